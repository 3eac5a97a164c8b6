import Basics
import Foundation
import TestSupport
import Testing

/// Streams that are full, closed or read by nobody: a message at most, never a crash.
@Suite struct StandardStreamsTests {
  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test(
    .enabled(if: foundOrRequired(hasFullDevice), "there is no /dev/full"),
    arguments: [
      (["check", "nofile.json"], 2), (["check", "--nonsense"], 2), (["inspect", "nofile.h5"], 3),
    ])
  func whatCannotBeSaidOfAFailureIsDropped(_ arguments: [String], _ status: Int) throws {
    for redirection in ["2>/dev/full", "2>&-", ">&- 2>&-"] {
      let result = try Command.reprise(arguments, redirection: redirection)
      #expect(result.status == Int32(status), "\(redirection)")
      #expect(result.output == "")
    }
  }

  @Test(
    .enabled(if: foundOrRequired(hasFullDevice), "there is no /dev/full"),
    arguments: [["list", "models"], ["--help"], ["run", "--help"]])
  func resultsThatCannotBePrintedAreAFailure(_ arguments: [String]) throws {
    let full = try Command.reprise(arguments, redirection: ">/dev/full")
    #expect(full.status == 1)
    #expect(
      full.errors == "error: standard output: cannot be written: no space left on device\n")
    let closed = try Command.reprise(arguments, redirection: ">&-")
    #expect(closed.status == 1)
    #expect(closed.errors == "error: standard output: cannot be written: bad file descriptor\n")
  }

  /// As `reprise list models | head -1` ends it.
  @Test func aReaderThatGoesAwayIsNoMessage() throws {
    let process = Process()
    process.executableURL = Command.folder.appending(path: "reprise")
    process.arguments = ["list", "models"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try output.fileHandleForReading.close()
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(said.isEmpty)
  }

  /// A closed descriptor is not taken by the next file that is opened: what is printed would end up
  /// in it.
  @Test func nothingIsPrintedIntoAFileOfOurs() throws {
    try withTemporaryFolder { folder in
      let result = try Command.reprise(
        ["schema", "schema.json"], in: folder.path, redirection: "<&- >&-")
      #expect(result.status == 1)
      #expect(try folder.text(of: "schema.json").hasSuffix("}\n"))
    }
  }
}
