import Basics
import Foundation
import TestSupport
import Testing

@Suite struct FilesTests {
  @Test func writesAndReplacesLeavingNothingElse() throws {
    try withTemporaryFolder { folder in
      let path = folder["a.txt"]
      try Files.writeAtomically("one", to: path)
      try Files.writeAtomically([UInt8]("two, longer".utf8), to: path)
      #expect(try Files.read(path) == Array("two, longer".utf8))
      #expect(folder.contents == ["a.txt"])
    }
  }

  @Test func aFailureKeepsTheOldFileAndRemovesTheTemporary() throws {
    try withTemporaryFolder { folder in
      let path = folder["a.txt"]
      try Files.writeAtomically("old", to: path)
      #expect(throws: CancellationError.self) {
        try Files.writeAtomically(to: path) { temporary in
          try Files.writeAtomically("half", to: temporary)
          throw CancellationError()
        }
      }
      #expect(try Files.read(path) == Array("old".utf8))
      #expect(folder.contents == ["a.txt"])
    }
  }

  /// A command's output may be named `/dev/null`: it must not be replaced by a file.
  @Test func aPipeIsWrittenToAndALinkFollowed() throws {
    try withTemporaryFolder { folder in
      #expect(mkfifo(folder["pipe"], 0o600) == 0)
      let pipe = open(folder["pipe"], O_RDWR)
      defer { close(pipe) }
      try Files.writeAtomically("through", to: folder["pipe"])
      var bytes = [UInt8](repeating: 0, count: 20)
      #expect(Foundation.read(pipe, &bytes, bytes.count) == 7)
      #expect(Array(bytes.prefix(7)) == Array("through".utf8))
      try Files.writeAtomically("one", to: folder["a.txt"])
      #expect(symlink("a.txt", folder["link"]) == 0)
      try Files.writeAtomically("two", to: folder["link"])
      #expect(try Files.read(folder["a.txt"]) == Array("two".utf8))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["link"]) == "a.txt")
    }
  }

  @Test(
    .enabled(
      if: foundOrRequired(FileManager.default.fileExists(atPath: "/dev/zero")),
      "there is no /dev/zero"))
  func aDeviceWithoutAnEndIsRefused() {
    #expect(
      throws: Problem.usage("/dev/zero: cannot be read: is not a file, and longer than 64 MiB")
    ) { try Files.read("/dev/zero", as: .usage) }
  }

  @Test func aLibraryMayWriteByName() throws {
    try withTemporaryFolder { folder in
      let path = folder["a.txt"]
      try Files.writeAtomically(to: path) { try Files.writeAtomically("whole", to: $0) }
      #expect(try Files.read(path) == Array("whole".utf8))
    }
  }

  @Test func onlyWhatKilledWritesHaveLeftIsRemoved() throws {
    try withTemporaryFolder { folder in
      for name in [
        ".a.h5.12-3.tmp", "..a.svg.12-4.tmp.gnuplot.12-5.tmp", ".a.svg.12-4.tmp.gnuplot",
      ] {
        try folder.write("half", to: name)
      }
      let others = [".a.tmp", "a.12-3.tmp", "a.txt"]
      for name in others { try folder.write("whole", to: name) }
      Files.removeTemporaries(in: folder.path)
      #expect(folder.contents == others)
      Files.removeTemporaries(in: folder["nowhere"])
    }
  }

  /// Where others write, too, what a living process may be writing stays.
  @Test func temporariesOfTheLivingStay() throws {
    try withTemporaryFolder { folder in
      // No process has a number beyond the kernel's limit of 2^22.
      let (own, dead) = (
        ".a.json.\(ProcessInfo.processInfo.processIdentifier)-1.tmp", ".a.json.4999999-1.tmp"
      )
      for name in [own, dead] { try folder.write("", to: name) }
      Files.removeTemporaries(in: folder.path, sharing: true)
      #expect(folder.contents == [own])
    }
  }

  @Test func errorsNamePathAndReason() throws {
    try withTemporaryFolder { folder in
      let missing = folder["none/a.txt"]
      #expect(throws: Problem.run("\(missing): cannot be written: no such file or directory")) {
        try Files.writeAtomically("x", to: missing)
      }
      #expect(throws: Problem.run("\(folder.path): cannot be written: is a directory")) {
        try Files.writeAtomically("x", to: folder.path)
      }
      #expect(throws: Problem.usage("\(missing): cannot be read: no such file or directory")) {
        try Files.read(missing, as: .usage)
      }
      #expect(throws: Problem.data("\(folder.path): cannot be read: is a directory")) {
        try Files.read(folder.path)
      }
      #expect(folder.contents == [])
    }
  }

  @Test func manyWritersLeaveOneWholeFile() async throws {
    try await withTemporaryFolder { folder in
      let path = folder["a.txt"]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<16 {
          group.addTask {
            try Files.writeAtomically([UInt8](repeating: UInt8(writer), count: 10_000), to: path)
          }
        }
        try await group.waitForAll()
      }
      let bytes = try Files.read(path)
      #expect(bytes.count == 10_000 && Set(bytes).count == 1)
      #expect(folder.contents == ["a.txt"])
    }
  }

  @Test(arguments: [
    ("R", "."), ("name", "."), ("a/b", "a"), ("/a/b", "/a"), ("./R", "."), ("/a", "/"),
  ])
  func knowsTheFolderOfAPath(path: String, folder: String) {
    #expect(Files.folder(of: path) == folder)
  }

  @Test(arguments: [
    ("a.csv", "spec.json", "a.csv"), ("a.csv", "paper/spec.json", "paper/a.csv"),
    ("../a.csv", "paper/spec.json", "a.csv"), ("../../a.csv", "paper/spec.json", "../a.csv"),
    ("./d/../a.csv", "x/y/spec.json", "x/y/a.csv"), ("../a.csv", "../spec.json", "../../a.csv"),
    ("a.csv", "/x/spec.json", "/x/a.csv"), ("../../../a.csv", "/x/spec.json", "/a.csv"),
    ("/d/a.csv", "paper/spec.json", "/d/a.csv"),
  ])
  func aPathIsBesideTheFileThatNamesIt(_ name: String, _ file: String, _ path: String) {
    #expect(Files.path(name, beside: file) == path)
  }
}
