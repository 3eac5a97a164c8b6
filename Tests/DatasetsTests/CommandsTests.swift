import Basics
import Testing

@testable import Datasets

@Suite struct CommandsTests {
  @Test func returnsWhatIsWritten() async throws {
    let bytes = try await Commands.system.run("printf", ["a\\0b"])
    #expect(bytes == [97, 0, 98])
  }

  @Test func saysWhyItFailed() async {
    let failed = await #expect(throws: Problem.self) {
      try await Commands.system.run("sh", ["-c", "echo first >&2; echo last >&2; exit 6"])
    }
    #expect(failed?.message == "sh ended with 6: last")
    await #expect(throws: Problem.run("sh was ended by signal 9")) {
      try await Commands.system.run("sh", ["-c", "kill -9 $$"])
    }
    await #expect(throws: Problem.run("no-such-program-here is not installed")) {
      try await Commands.system.run("no-such-program-here", [])
    }
  }
}
