import Basics
import TestSupport
import Testing

@testable import Datasets

@Suite struct MovieLens100KTests {
  /// Facts of the data set's own README, where it is at hand.
  @Test(
    .enabled(
      if: foundOrRequired((try? MovieLens100K.locate(DataFolders(option: nil))) ?? nil != nil)))
  func isThePublishedData() async throws {
    let data = try await DatasetList.named("ml-100k").load(from: DataFolders(option: nil))
    #expect(data.users == 943 && data.items == 1682 && data.events.count == 100_000)
    // SHA-256 of u.data, u.user and our items.tsv, one after the other (Python's hashlib).
    #expect(data.digest == "b5e77fc38dd5daffb17cc23ce5a5620a51c0984cc2590bfb8c3a9cb0f3adff03")
    #expect(data.events[0] == Event(user: 195, item: 241, rating: 3, time: 881_250_949))
    #expect(data.itemTitles?[0] == "Toy Story (1995)" && data.itemTitles?[266] == "unknown")
    let genre = try #require(data.itemFeatures.first { $0.name == "genre" })
    // The counts that the data set's u.item gives for its columns.
    #expect(
      (0..<19).map { genre.values.transposed()[$0].count } == [
        2, 251, 135, 42, 122, 505, 109, 50, 725, 22, 24, 92, 56, 61, 247, 101, 251, 71, 27,
      ])
    #expect(data.userFeatures.map(\.name) == ["age", "gender", "occupation", "zip"])
    #expect(data.userFeatures.map(\.vocabulary.count) == [7, 2, 21, 19])
    #expect(data.itemFeatures.map(\.name) == ["genre", "year", "decade"])
    let split = try makeSplit(
      data, feedback: .allRatings, settings: SplitSettings(), seed: 1)
    #expect(split.train.count == 80_000 && split.test.count == 20_000)
  }

  /// A folder of the user's with a damaged file is refused by file and line, and never written.
  @Test func refusesDamagedFiles() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("196\t242\t3\t881250949\n186\t302\tthree\t891717742\n", to: "ml-100k/u.data")
      let folders = DataFolders(
        option: nil, environment: ["REPRISE_DATA_DIR": folder.path, "HOME": folder["home"]])
      let source = try DatasetList.named("ml-100k")
      let missing = await #expect(throws: Problem.self) { try await source.load(from: folders) }
      #expect(missing?.message == "\(folder.path)/ml-100k: has no u.user and no ml-100k.user")
      try folder.write("", to: "ml-100k/u.user")
      try folder.write("", to: "ml-100k/u.item")
      let damaged = await #expect(throws: Problem.self) { try await source.load(from: folders) }
      #expect(
        damaged?.message
          == "\(folder.path)/ml-100k/u.data:2: the rating \"three\" is not a whole number")
      #expect(folder.contents == ["ml-100k/u.data", "ml-100k/u.item", "ml-100k/u.user"])
    }
  }

  @Test func suggestsTheNearestName() {
    #expect(throws: Problem.usage("unknown data set \"ml100k\"; did you mean \"ml-100k\"?")) {
      try DatasetList.named("ml100k")
    }
  }
}
