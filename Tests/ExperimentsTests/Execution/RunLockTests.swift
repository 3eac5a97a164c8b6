import Basics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Experiments

@Suite struct RunLockTests {
  private struct GivenUp: Error {}
  /// How many threads hold the lock.
  private final class Inside: Sendable { let count = Atomic(0) }

  @Test func aFreeLockIsTakenWithoutAWordAndNamesItsHolder() throws {
    try withTemporaryFolder { folder in
      let lock = try RunLock(folder["lock"]) { Issue.record("waited: \($0)") }
      defer { lock.release() }
      let text = try folder.text(of: "lock")
      #expect(text.hasPrefix("process \(getpid()) on \(MachineFacts.hostName) since 20"))
      #expect(text.hasSuffix("Z\n"))
    }
  }

  @Test func aSecondRunSaysForWhomItWaitsAndCanGiveUp() throws {
    try withTemporaryFolder { folder in
      let first = try RunLock(folder["lock"], say: { _ in })
      defer { first.release() }
      var said: [String] = []
      var polls = 0
      #expect(throws: GivenUp.self) {
        try RunLock(folder["lock"], say: { said.append($0) }) {
          polls += 1
          if polls == 3 { throw GivenUp() }
        }
      }
      let holder = try folder.text(of: "lock").dropLast()
      #expect(said == ["waiting for \(holder)"])
    }
  }

  @Test func theLockGoesToTheWaitingRunWhenItIsGivenBack() throws {
    try withTemporaryFolder { folder in
      let first = try RunLock(folder["lock"], say: { _ in })
      var polls = 0
      let second = try RunLock(folder["lock"], say: { _ in }) {
        polls += 1
        first.release()
      }
      #expect(polls == 1)
      second.release()
      second.release()
      try RunLock(folder["lock"]) { Issue.record("waited: \($0)") }.release()
    }
  }

  @Test func theHolderOfADamagedLockFileIsAnotherRun() throws {
    try withTemporaryFolder { folder in
      let first = try RunLock(folder["lock"], say: { _ in })
      defer { first.release() }
      try Data([0xFF, 0, 7]).write(to: URL(filePath: folder["lock"]))
      var said = ""
      _ = try? RunLock(folder["lock"], say: { said = $0 }) { throw GivenUp() }
      #expect(said == "waiting for another run")
    }
  }

  @Test(
    .enabled(if: foundOrRequired(access("/usr/bin/flock", X_OK) == 0), "flock(1) is not installed"))
  func otherProcessesSeeTheLock() throws {
    func canLock(_ path: String) throws -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/flock")
      process.arguments = ["--nonblock", path, "true"]
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
    try withTemporaryFolder { folder in
      let lock = try RunLock(folder["lock"], say: { _ in })
      #expect(try !canLock(folder["lock"]))
      lock.release()
      #expect(try canLock(folder["lock"]))
    }
  }

  @Test func threadsOfOneProcessExcludeEachOther() async throws {
    try await withTemporaryFolder { folder in
      let inside = Inside()
      let path = folder["lock"]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let lock = try RunLock(path, say: { _ in })
            let holders = inside.count.add(1, ordering: .sequentiallyConsistent).newValue
            #expect(holders == 1)
            usleep(5000)
            inside.count.subtract(1, ordering: .sequentiallyConsistent)
            lock.release()
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    #expect(
      throws: Problem.run("/nowhere/lock: cannot be opened: no such file or directory")
    ) { try RunLock("/nowhere/lock", say: { _ in }) }
  }
}
