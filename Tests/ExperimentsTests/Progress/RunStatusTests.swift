import Testing

@testable import Experiments

@Suite struct RunStatusTests {
  private var status: RunStatus {
    var status = RunStatus()
    (status.host, status.process, status.began, status.written) = ("lab-3", 42, 1000, 1600)
    (status.total, status.done, status.doneNow, status.failed, status.jobs) = (24, 12, 10, 1, 2)
    var running = RunStatus.Running()
    (running.name, running.text, running.secondsLeft, running.heard) = (
      "BPR, seed 1", "epoch 3/9", 4, 1590
    )
    status.running = [running]
    status.secondsLeft = 300
    return status
  }

  @Test func theBarHasAllCounts() {
    #expect(
      status.bar(now: 1600)
        == "█████████████░░░░░░░░░░░ 12/24 done, 1 failed, 11 left, 10 min, 1.0/min, 5 min to go")
    #expect(RunStatus().bar(now: 0).hasPrefix("░░░░░░░░░░░░░░░░░░░░░░░░ 0/0 done, 0 left, 0 s"))
  }

  @Test func aRunThatIsHeardOf() {
    #expect(
      status.lines(now: 1602) == [
        "process 42 on lab-3: 12 of 24 trials done, 1 running, 1 failed, 5 min left",
        "BPR, seed 1: epoch 3/9, 4 s left; heard of 12 s ago",
      ])
  }

  /// A run that was killed on another machine promises nothing.
  @Test func aRunThatIsSilent() {
    let lines = status.lines(now: 1600 + 7200)
    #expect(
      lines[0]
        == "process 42 on lab-3, last heard of 2.0 h ago: 12 of 24 trials done, 1 failed, 1 running"
        + " then; it has ended, hangs, or cannot write its status")
    #expect(!lines.joined().contains("left"))
  }

  /// The file is checked by its sum only; a number in it may be anything.
  @Test(arguments: [
    (12.4, "12 s"), (100, "2 min"), (7200, "2.0 h"), (1e15, "?"), (9.3e18, "?"), (.infinity, "?"),
  ])
  func anyTimeLeftIsShown(_ seconds: Double, _ text: String) {
    var status = RunStatus()
    status.secondsLeft = seconds
    #expect(status.summary == "0 of 0 trials done, 0 running, \(text) left")
    (status.began, status.written) = (-seconds, 0)
    #expect(!status.bar(now: seconds).isEmpty && !status.lines(now: seconds).isEmpty)
  }

  @Test func itReadsBack() throws {
    let bytes = Array(status.text.utf8)
    #expect(try RunStatus(parsing: bytes, file: "status.json") == status)
  }
}
