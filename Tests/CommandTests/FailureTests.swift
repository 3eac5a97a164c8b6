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

  @Test func helpIsNoFailure() throws {
    let result = try Command.reprise(["check", "--help"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("USAGE: reprise check"))
  }
}
