import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct HeldFileTests {
  @Test func oneHoldsItAtATime() throws {
    try withTemporaryFolder { folder in
      let first = try #require(try HeldFile(folder["lock.held"]))
      #expect(try HeldFile(folder["lock.held"]) == nil)
      #expect(HeldFile.holder(folder["lock.held"])?.hasPrefix("process \(getpid()) on ") == true)
      first.release()
      first.release()
      #expect(HeldFile.holder(folder["lock.held"]) == nil)
      #expect(try HeldFile(folder["lock.held"]) != nil)
    }
  }

  /// Of a dead process here, and of another machine that has not been heard of for minutes.
  @Test func aDeadHoldersFileIsTakenAway() throws {
    try withTemporaryFolder { folder in
      let path = folder["lock.held"]
      try folder.write("process 4194000 on \(MachineFacts.hostName) since then\n", to: "lock.held")
      #expect(HeldFile.holder(path) == nil)
      try folder.write("process 1 on elsewhere since then\n", to: "lock.held")
      #expect(HeldFile.holder(path) == "process 1 on elsewhere since then")
      try FileManager.default.setAttributes(
        [.modificationDate: Date.now - 600], ofItemAtPath: path)
      #expect(HeldFile.holder(path) == nil)
      #expect(!folder.contents.contains("lock.held"))
    }
  }
}
