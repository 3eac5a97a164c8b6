import Testing

@testable import Experiments

@Suite struct RunStatusTests {
  /// The file is checked by its sum only; a number in it may be anything.
  @Test(arguments: [
    (12.4, "12 s"), (100, "2 min"), (7200, "2.0 h"), (1e15, "?"), (9.3e18, "?"), (.infinity, "?"),
  ])
  func anyTimeLeftIsShown(_ seconds: Double, _ text: String) {
    var status = RunStatus()
    status.secondsLeft = seconds
    #expect(status.summary == "0 of 0 trials done, 0 running, \(text) left")
  }
}
