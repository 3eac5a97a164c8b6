import Basics
import TestSupport
import Testing

@testable import Datasets

@Suite struct MovieLens1MTests {
  /// Facts of the data set's own README, where it is at hand in either form.
  @Test(
    .enabled(if: foundOrRequired((try? MovieLens1M.locate(DataFolders(option: nil))) ?? nil != nil))
  )
  func isThePublishedData() async throws {
    let data = try await DatasetList.named("ml-1m").load(from: DataFolders(option: nil))
    #expect(data.users == 6040 && data.items == 3706 && data.events.count == 1_000_209)
    var ofRating = [Int](repeating: 0, count: 6)
    var ofUser = [Int](repeating: 0, count: data.users)
    var untimed = 0
    for event in data.events {
      ofRating[Int(event.rating ?? 0)] += 1
      ofUser[Int(event.user)] += 1
      if event.rating ?? 0 >= 4, event.time == nil { untimed += 1 }
    }
    // The published numbers of 4 and 5, which the partial form has too.
    #expect(ofRating[4...] == [348_971, 226_310])
    #expect(untimed == 0 && ofUser.allSatisfy { $0 >= 20 })
    #expect(data.itemIDs.last == "3952" && data.itemTitles?[0] == "Toy Story (1995)")
    let first = Event(user: 0, item: Int32(data.itemIDs.firstIndex(of: "1193") ?? 0))
    #expect(data.events[0].item == first.item && data.events[0].time == 978_300_760)
    #expect(data.userFeatures.map(\.vocabulary.count) == [7, 2, 21, 10])
    #expect(data.itemFeatures[0].vocabulary.count == 18)
  }

  private func source() throws -> DatasetSource { try DatasetList.named("ml-1m") }

  private func folders(_ folder: TemporaryFolder) -> DataFolders {
    DataFolders(
      option: nil, environment: ["REPRISE_DATA_DIR": folder.path, "HOME": folder["home"]])
  }

  private func load(_ folder: TemporaryFolder) async throws -> Problem? {
    await #expect(throws: Problem.self) { try await source().load(from: folders(folder)) }
  }

  /// A folder of the user's is refused by what is wrong in it, and never written.
  @Test func refusesDamagedFiles() async throws {
    try await withTemporaryFolder { folder in
      let place = "\(folder.path)/ml-1m"
      try folder.write("1::1::5::9\n", to: "ml-1m/ratings.dat")
      #expect(
        try await load(folder)?.message
          == "\(place)/users.dat: cannot be read: no such file or directory")
      try folder.write("", to: "ml-1m/users.dat")
      try folder.write("1::Toy Story (1995)::Comedy\n", to: "ml-1m/movies.dat")
      #expect(
        try await load(folder)?.message
          == "\(place)/movies.dat:2: the file ends after 1 lines; expected 3883")
      #expect(folder.contents == ["ml-1m/movies.dat", "ml-1m/ratings.dat", "ml-1m/users.dat"])
    }
  }

  @Test func refusesADamagedArchive() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("no gzip", to: "ml-1m/ml-1m.partial.tsv.gz")
      let problem = try await load(folder)
      #expect(problem?.kind == .data)
      #expect(
        problem?.message.hasPrefix("\(folder.path)/ml-1m/ml-1m.partial.tsv.gz: is damaged")
          == true)
    }
  }

  /// Files that read well, but are not the published ones, are refused by their checksums.
  @Test func comparesWithThePublishedFiles() {
    let files = MovieLens1MFiles(
      form: .published, folder: "d", ratings: Array("1::1::5::9\n".utf8),
      users: Array("1::F::1::10::48067\n".utf8), films: Array("1::A (1995)::Drama\n".utf8),
      sizes: .init(users: 1, films: 1, largestFilmID: 1, ratings: 1))
    let problem = #expect(throws: Problem.self) { try MovieLens1M.verified(files) }
    #expect(
      problem?.message
        == "d/ratings.dat: differs from the expected file (\(GitBlob.name(of: files.ratings)),"
        + " expected 77a7c4b150f588c23bb9e1f068aa996c0b413695); remove it and fetch again")
  }

  /// A download that is cut short is not believed, and leaves nothing behind.
  @Test func isVerifiedBeforeItIsKept() async throws {
    try await withTemporaryFolder { folder in
      let commands = Commands { program, _ throws(Problem) in
        program == "curl" ? [] : Array("1::1193::5::978300760\n".utf8)
      }
      let problem = await #expect(throws: Problem.self) {
        try await source().fetch(to: DataFolders(option: folder.path), commands: commands)
      }
      #expect(
        problem?.message.hasPrefix("ml-1m cannot be had (the official archive: ") == true)
      #expect(folder.contents == [])
    }
  }

  /// The published form is preferred; a cache without users and films is completed by fetching.
  @Test func looksForEitherForm() throws {
    try withTemporaryFolder { folder in
      let cache = DataFolders(option: folder.path)
      #expect(try MovieLens1M.locate(cache) == nil)
      try folder.write("x", to: "ml-1m/ml-1m.partial.tsv.gz")
      #expect(try MovieLens1M.locate(cache) == nil)
      #expect(try MovieLens1M.locate(folders(folder)) == folder["ml-1m"])
      try folder.write("x", to: "ml-1m/users.dat")
      try folder.write("x", to: "ml-1m/movies.dat")
      #expect(try MovieLens1M.locate(cache) == folder["ml-1m"])
    }
  }
}
