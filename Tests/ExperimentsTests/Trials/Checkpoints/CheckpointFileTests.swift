import Basics
import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct CheckpointFileTests {
  @Test func aSaveKeepsThePreviousAndNothingElse() throws {
    try withTemporaryFolder { folder in
      let file = CheckpointFile(folder["c.h5"])
      #expect(try file.newest() == nil)
      for step in 1...3 as ClosedRange<UInt64> { try file.save(sampleCheckpoint(step: step)) }
      #expect(folder.contents == ["c.h5", "c.h5.previous"])
      #expect(
        try file.newest()
          == CheckpointFile.Loaded(checkpoint: sampleCheckpoint(step: 3), notice: nil))
      #expect(try CheckpointFile.read(file.previousPath) == sampleCheckpoint(step: 2))
    }
  }

  @Test func aDamagedNewestFallsBackAndSaysSo() throws {
    try withTemporaryFolder { folder in
      let file = CheckpointFile(folder["c.h5"])
      try file.save(sampleCheckpoint(step: 1))
      try file.save(sampleCheckpoint(step: 2))
      try folder.write("not a checkpoint", to: "c.h5")
      let loaded = try #require(try file.newest())
      #expect(loaded.checkpoint == sampleCheckpoint(step: 1))
      #expect(
        loaded.notice
          == "\(file.path): not an HDF5 file; going on from \(file.previousPath)")
    }
  }

  /// A kill between the two renames of a save leaves the new file under its temporary name.
  @Test func aSaveThatWasKilledBetweenItsRenamesCounts() throws {
    try withTemporaryFolder { folder in
      let file = CheckpointFile(folder["c.h5"])
      try file.save(sampleCheckpoint(step: 1))
      try file.save(sampleCheckpoint(step: 2))
      try FileManager.default.moveItem(atPath: file.path, toPath: folder["c.h5.next"])
      let loaded = try #require(try file.newest())
      #expect(loaded.checkpoint == sampleCheckpoint(step: 2))
      #expect(loaded.notice == "\(file.path): missing; going on from \(file.path).next")
      try file.save(sampleCheckpoint(step: 3))
      #expect(folder.contents == ["c.h5", "c.h5.previous"])
    }
  }

  @Test func withNothingUsableEveryReasonIsGiven() throws {
    try withTemporaryFolder { folder in
      try folder.write("", to: "c.h5")
      try folder.write("text", to: "c.h5.previous")
      let path = folder["c.h5"]
      #expect(
        problem { _ = try CheckpointFile(path).newest() }
          == .data("\(path): the file is empty; \(path).previous: not an HDF5 file"))
    }
  }

  @Test func aCheckpointOfAnotherTrialIsRefused() throws {
    try withTemporaryFolder { folder in
      let file = CheckpointFile(folder["c.h5"])
      try file.save(sampleCheckpoint())
      #expect(try file.newest(of: sampleCheckpoint().header.trial) != nil)
      #expect(
        problem { _ = try file.newest(of: "1234") }
          == .data("\(file.path): belongs to trial abababababab, expected trial 1234"))
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(
      problem { _ = try CheckpointFile.read("/nowhere/c.h5") }
        == .data("/nowhere/c.h5: cannot be read: no such file or directory"))
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    let refusal = problem { try CheckpointFile("/proc/c.h5").save(sampleCheckpoint()) }
    #expect(refusal?.kind == .run)
    #expect(refusal?.message.hasPrefix("/proc/c.h5.next: cannot be written: ") == true)
  }

  @Test(.enabled(if: foundOrRequired(TinyDisk.isAvailable), "mounting a small tmpfs needs root"))
  func aFullDiskKeepsTheCheckpointsThatAreThere() throws {
    try withTemporaryFolder { folder in
      let disk = try TinyDisk(at: folder["disk"], options: "size=192k")
      defer { disk.unmount() }
      let file = CheckpointFile(folder["disk/c.h5"])
      try file.save(sampleCheckpoint(step: 1))
      try file.save(sampleCheckpoint(step: 2))
      let refusal = problem { try file.save(sampleCheckpoint(step: 3)) }
      #expect(
        refusal == Problem(.space, "\(file.path).next: cannot be written: no space left on device"))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder["disk"])
      #expect(left.sorted() == ["c.h5", "c.h5.previous"])
      #expect(try file.newest()?.checkpoint == sampleCheckpoint(step: 2))
      #expect(try CheckpointFile.read(file.previousPath) == sampleCheckpoint(step: 1))
    }
  }

  @Test(.enabled(if: foundOrRequired(TinyDisk.isAvailable), "mounting a small tmpfs needs root"))
  func aReadOnlyDiskIsNamed() throws {
    try withTemporaryFolder { folder in
      let disk = try TinyDisk(at: folder["disk"], options: "size=64k,ro")
      defer { disk.unmount() }
      let path = folder["disk/c.h5"]
      #expect(
        problem { try CheckpointFile(path).save(sampleCheckpoint()) }
          == Problem(.space, "\(path).next: cannot be written: read-only file system"))
    }
  }
}
