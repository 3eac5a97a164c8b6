import Foundation
import TestSupport
import Testing

@Suite struct FailureTests {
  @Test func aWrongCommandLineEndsWithTwo() throws {
    let result = try Command.reprise(["check", "--prfile", "x", "a.json"])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(
      result.errors.hasPrefix("error: Unknown option '--prfile'. Did you mean '--profile'?\n"))
    #expect(result.errors.contains("Usage: reprise check"))
  }

  /// Names of files are not ours: one line stays one, and no terminal is written over.
  @Test func controlCharactersAreEscaped() throws {
    let result = try Command.reprise(["check", "a\nb\u{1B}[31m é.json"])
    #expect(result.status == 2)
    #expect(
      result.errors
        == "error: a\\nb\\u{1B}[31m é.json: cannot be read: no such file or directory\n")
  }

  /// The newest version that the changelog dates.
  @Test func theVersionIsTheChangelogs() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../CHANGELOG.md")
    let changes = try String(contentsOf: file, encoding: .utf8)
    let dated = try #require(changes.firstMatch(of: /\n## \[([0-9.]+)\] - \d{4}-\d\d-\d\d\n/))
    let result = try Command.reprise(["--version"])
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output == "\(dated.1)\n")
  }

  @Test func helpIsNoFailure() throws {
    let result = try Command.reprise(["check", "--help"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("USAGE: reprise check"))
  }
}
