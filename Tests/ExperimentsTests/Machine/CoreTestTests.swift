import Engine
import Foundation
import TestSupport
import Testing

@testable import Experiments

/// The test of kernels in a process of its own, and what is kept of it.
@Suite struct CoreTestTests {
  /// Tests by a script that stands for the program, and adds a line to `calls` each time.
  private func verdicts(
    _ script: String, core: String? = "Zen", cache: String? = "cache", limit: Double = 120,
    times: Int = 1
  ) throws -> (verdicts: [CoreVerdict], calls: Int) {
    try withTemporaryFolder { folder in
      let text = "#!/bin/sh\necho \"$1\" >> \(folder["calls"])\n\(script)\n"
      try folder.write(text, to: "program")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder["program"])
      var test = CoreTest(program: folder["program"], cache: cache.map { folder[$0] })
      test.timeLimit = limit
      let verdicts = (0..<times).map { _ in test.verdict(on: CoreSetting(core: core)) }
      let calls = try folder.text(of: "calls").split(separator: "\n")
      #expect(calls.allSatisfy { $0 == "kernel-test" })
      return (verdicts, calls.count)
    }
  }

  @Test func aVerdictIsKept() throws {
    let found = try verdicts("echo $OPENBLAS_CORETYPE; echo right", times: 2)
    #expect(found.verdicts == [.right, .right] && found.calls == 1)
  }

  @Test func nothingIsKeptWithoutACache() throws {
    let found = try verdicts("echo Zen; echo right", cache: nil, times: 2)
    #expect(found.verdicts == [.right, .right] && found.calls == 2)
  }

  @Test func aCacheThatCannotBeWrittenCostsTheTestAlone() throws {
    let found = try verdicts("echo Zen; echo right", cache: "program/within", times: 2)
    #expect(found.verdicts == [.right, .right] && found.calls == 2)
  }

  @Test func aDamagedCacheIsNotBelieved() throws {
    let script = """
      for file in "$(dirname "$0")"/cache/kernel-tests/*; do
        if test -f "$file"; then echo rubbish > "$file"; fi
      done
      echo Zen
      echo right
      """
    try withTemporaryFolder { folder in
      try folder.write("#!/bin/sh\n\(script)\n", to: "program")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder["program"])
      let test = CoreTest(program: folder["program"], cache: folder["cache"])
      #expect(test.verdict(on: CoreSetting(core: "Zen")) == .right)
      let name = try #require(folder.contents.first { $0.hasPrefix("cache/kernel-tests/") })
      let kept = try folder.text(of: name)
      try folder.write("another processor\nZen\ncomputed wrongly\n", to: name)
      #expect(test.verdict(on: CoreSetting(core: "Zen")) == .right)
      #expect(try folder.text(of: name) == kept)
    }
  }

  @Test(arguments: [
    ("echo Zen; echo 'sgemm 1×1'; exit 1", CoreVerdict.wrong("sgemm 1×1")),
    ("echo Haswell; echo right", .absent(instead: "Haswell")),
    ("kill -ILL $$", .crashed(signal: 4)),
  ])
  func whatFailsIsKeptToo(_ script: String, _ verdict: CoreVerdict) throws {
    let found = try verdicts(script, times: 2)
    #expect(found.verdicts == [verdict, verdict] && found.calls == 1)
  }

  @Test(arguments: [
    ("exec sleep 30", CoreVerdict.unknown("no end within 0 seconds")),
    ("kill -KILL $$", .unknown("signal 9")), ("echo Zen", .unknown("status 0")),
    ("exit 3", .unknown("status 3")),
  ])
  func whatMayEndOtherwiseIsTriedAgain(_ script: String, _ verdict: CoreVerdict) throws {
    let found = try verdicts(script, limit: script.contains("sleep") ? 0.2 : 120, times: 2)
    #expect(found.verdicts == [verdict, verdict] && found.calls == 2)
  }

  @Test func aProgramThatIsNotThereTellsNothing() {
    let test = CoreTest(program: "/nowhere/program", cache: nil)
    #expect(
      test.verdict(on: CoreSetting(core: nil)) == .unknown("/nowhere/program does not start"))
  }
}
