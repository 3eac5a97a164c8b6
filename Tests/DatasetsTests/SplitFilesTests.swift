import Datasets
import Schema
import TestSupport
import Testing

@Suite struct SplitFilesTests {
  private static func isBefore(_ a: Event, _ b: Event) -> Bool {
    (a.user, a.item) < (b.user, b.item)
  }

  /// What is written and read back is the same split.
  @Test(arguments: [0, 0.3])
  func survivesTheRoundTrip(validation: Double) throws {
    try withTemporaryFolder { folder in
      let data = tasteGroups()
      var settings = SplitSettings()
      settings.validation = validation
      let split = try makeSplit(data, feedback: .allRatings, settings: settings, seed: 9)
      try split.write(to: folder["parts"], ids: data)
      let names = ["test.tsv", "train.tsv"] + (validation > 0 ? ["validation.tsv"] : [])
      #expect(folder.contents == names.map { "parts/\($0)" })

      var files = SplitSettings()
      files.method = .files
      files.trainFile = folder["parts/train.tsv"]
      files.testFile = folder["parts/test.tsv"]
      files.validationFile = validation > 0 ? folder["parts/validation.tsv"] : nil
      let back = try makeSplit(data, feedback: .allRatings, settings: files, seed: 1)
      #expect(back.digest == split.digest)
      #expect(
        back.trainEvents.sorted(by: Self.isBefore) == split.trainEvents.sorted(by: Self.isBefore))
      #expect(
        back.testEvents.sorted(by: Self.isBefore) == split.testEvents.sorted(by: Self.isBefore))
    }
  }
}
