import Basics
import Datasets
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
        back.trainPart.events.sorted(by: Self.isBefore)
          == split.trainPart.events.sorted(by: Self.isBefore))
      #expect(
        back.testPart.events.sorted(by: Self.isBefore)
          == split.testPart.events.sorted(by: Self.isBefore))
    }
  }

  /// Ids with whatever separates others, ratings and times that are unknown or have a fraction.
  @Test func whatIsOddIsReadBack() throws {
    try withTemporaryFolder { folder in
      let users = ["\u{FEFF}first", "a\tb", "say \"so\""]
      let items = ["e\nf", "plain", "r\rn", "x,y::z"]
      var events: [Event] = []
      for user in 0..<3 {
        for item in 0..<4 where (user + item) % 4 != 3 {
          events.append(
            Event(
              user: Int32(user), item: Int32(item), rating: item == 1 ? nil : 0.1 * Double(item),
              time: user == 1 ? nil : Timestamp(nanoseconds: Int64(item) * 1_500_000_000)))
        }
      }
      let data = Dataset(
        name: "odd", events: events, userIDs: users, itemIDs: items, digest: "")
      var settings = SplitSettings()
      settings.test = 0.4
      let split = try makeSplit(data, feedback: .allRatings, settings: settings, seed: 2)
      try split.write(to: folder["parts"], ids: data)
      var files = SplitSettings()
      files.method = .files
      files.trainFile = folder["parts/train.tsv"]
      files.testFile = folder["parts/test.tsv"]
      let bare = Dataset(name: "odd", events: [], userIDs: users, itemIDs: items, digest: "")
      let back = try makeSplit(bare, feedback: .allRatings, settings: files, seed: 1)
      #expect(back.digest == split.digest)
      #expect(
        back.trainPart.events.sorted(by: Self.isBefore)
          == split.trainPart.events.sorted(by: Self.isBefore))
    }
  }
}
