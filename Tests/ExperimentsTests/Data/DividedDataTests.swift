import Basics
import Datasets
import TestSupport
import Testing

@testable import Experiments

@Suite struct DividedDataTests {
  private func settings(_ file: String) -> DataSettings {
    var settings = DataSettings()
    (settings.dataset, settings.files) = ("files", [file])
    return settings
  }

  @Test func isDividedForEverySeed() throws {
    var settings = settings("none")
    settings.sample = 20
    let divided = try DividedData(settings, for: .ranking, smallData, seeds: [3, 5])
    #expect(divided.parts.keys.sorted() == [3, 5])
    let third = try settings.makeSplit(smallData, seed: 3)
    #expect(divided.parts[3]?.digest == third.digest && third.train.count == 16)
  }

  /// However many ask for it, a file is read once; the digest tells which data there were.
  @Test func everySourceIsReadOnce() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("1 1\n1 2\n", to: "a")
      try folder.write("1 1\n", to: "b")
      let options = Runner.Options(folders: DataFolders(option: folder.path))
      let (a, b) = (settings(folder["a"]), settings(folder["b"]))
      var datasets = LoadedDatasets()
      let first = try await datasets.dataset(of: a, options) { _ in }
      #expect([DataFacts].digest(of: datasets.all.map(\.digest)) == first.digest)
      try folder.write("damaged", to: "a")
      var sampled = a
      sampled.sample = 1
      #expect(try await datasets.dataset(of: sampled, options) { _ in } == first)
      let other = try await datasets.dataset(of: b, options) { _ in }
      #expect(datasets.all == [first, other])
      #expect(
        [DataFacts].digest(of: datasets.all.map(\.digest))
          == SHA256.hex(of: "\(first.digest)\n\(other.digest)\n"))
    }
  }
}
