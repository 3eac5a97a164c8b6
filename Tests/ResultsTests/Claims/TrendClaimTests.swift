import Basics
import Testing

@testable import Results

/// Monotone and peaked trends, and convergence. The scene's curves have epochs 0, 100, 200, ….
@Suite struct TrendClaimTests {
  private func verdict(_ members: String, _ curves: [[Double]]) throws -> Verdict {
    try ClaimScene(curves: ["A": curves]).judge(members, published: "{}").verdict
  }

  @Test(arguments: [
    ([[0.1, 0.2, 0.3], [0.1, 0.2, 0.31]], "", Verdict.reproduced),
    ([[0.3, 0.2, 0.1], [0.3, 0.2, 0.11]], "", .notReproduced),
    // The step back by .1 is more than .05 in both seeds, and less than .15.
    ([[0.1, 0.3, 0.2, 0.5], [0.1, 0.3, 0.2, 0.51]], #", "within": 0.05"#, .notReproduced),
    ([[0.1, 0.3, 0.2, 0.5], [0.1, 0.3, 0.2, 0.51]], #", "within": 0.15"#, .reproduced),
    // One seed goes back, the other does not.
    ([[0.1, 0.3, 0.2, 0.5], [0.1, 0.3, 0.4, 0.5]], #", "within": 0.06"#, .inconclusive),
    ([[0.5, 0.1, 0.2], [0.5, 0.1, 0.21]], #", "from": 100"#, .reproduced),
    ([[0.1, 0.2, 0.1], [0.1, 0.21, 0.1]], #", "to": 100"#, .reproduced),
    ([[0.1, 0.2, 0.3]], "", .inconclusive),
    ([[0.1, .nan, 0.2]], "", .inconclusive),
    // Too short to tell.
    ([[0.1, 0.2]], #", "to": 200"#, .notMeasured), ([[0.1]], "", .notMeasured),
    ([], "", .notMeasured),
  ])
  func aRisingCurve(curves: [[Double]], more: String, verdict: Verdict) throws {
    let members = #""monotone": ["A", "p"], "direction": "rising"\#(more)"#
    #expect(try self.verdict(members, curves) == verdict)
    // The same upside down.
    let falling = members.replacing("rising", with: "falling")
    #expect(try self.verdict(falling, curves.map { $0.map { 1 - $0 } }) == verdict)
  }

  private let peak = #""peaked": ["A", "p"], "expected": 200, "rounding": {"absolute": 100}"#

  @Test(arguments: [
    ([[0.1, 0.3, 0.5, 0.3, 0.2], [0.1, 0.3, 0.5, 0.3, 0.21]], Verdict.reproduced),
    // It never declines, or it only declines.
    ([[0.1, 0.2, 0.3, 0.4, 0.5], [0.1, 0.2, 0.3, 0.4, 0.51]], .notReproduced),
    ([[0.5, 0.4, 0.3, 0.2, 0.1], [0.5, 0.4, 0.3, 0.2, 0.11]], .notReproduced),
    // Below its plateau at the end in one seed, above in the other.
    ([[0.1, 0.3, 0.5, 0.3, 0.2], [0.1, 0.3, 0.5, 0.3, 0.45]], .inconclusive),
    ([[0.1, 0.3, .nan, 0.3, 0.2]], .inconclusive),
    // Nothing beyond epoch 300.
    ([[0.1, 0.3, 0.5, 0.3]], .notMeasured), ([[0.1, 0.05]], .notMeasured),
  ])
  func aPeakedCurve(curves: [[Double]], verdict: Verdict) throws {
    #expect(try self.verdict(peak, curves) == verdict)
  }

  /// By hand: the mean within 100…300 is .4, less .1 first, less .2 last.
  @Test func aPeakIsAMeanAboveBothEnds() throws {
    let finding = try ClaimScene(curves: ["A": [[0.1, 0.3, 0.5, 0.4, 0.2]]]).judge(peak).measured
    let values = try #require(finding).readings.compactMap(\.value)
    #expect(abs(values[0] - 0.3) < 1e-15 && abs(values[1] - 0.2) < 1e-15 && values[2] == 200)
  }

  @Test(arguments: [
    ([[0.1, 0.4, 0.41, 0.4], [0.1, 0.4, 0.41, 0.4]], Verdict.reproduced),
    ([[0.1, 0.4, 0.5, 0.4], [0.1, 0.4, 0.5, 0.41]], .notReproduced),
    ([[0.1, 0.4, 0.41, 0.4], [0.1, 0.4, 0.45, 0.4]], .inconclusive),
    ([[0.1, 0.4, 0.41, .nan]], .inconclusive), ([[0.1, 0.4]], .notMeasured),
  ])
  func convergence(curves: [[Double]], verdict: Verdict) throws {
    let members = #""converges": ["A", "p"], "by": 100, "within": 0.02"#
    #expect(try self.verdict(members, curves) == verdict)
  }

  @Test func whatAShortCurveLacksIsTold() throws {
    let judged = try ClaimScene(curves: ["A": [[0.1, 0.4]]]).judge(
      #""converges": ["A", "p"], "by": 600, "within": 0.02"#)
    #expect(judged.measured?.decisive.note == "A p was measured up to epoch 100 only")
    #expect(judged.published?.decisive.note == "no learning curve is printed as numbers")
  }

  @Test func severalCurvesMustAllDoSo() throws {
    let (rising, falling) = ([0.1, 0.2, 0.3], [0.1, 0.2, 0.1])
    let scene = ClaimScene(curves: ["A": [rising, rising], "B": [falling, falling]])
    let both = #""monotone": [["A", "p"], ["B", "p"]], "direction": "rising""#
    #expect(try scene.judge(both).verdict == .notReproduced)
    #expect(
      try scene.judge(#""monotone": [["A", "p"]], "direction": "rising""#).verdict == .reproduced)
  }

  // MARK: Numbers along a hyperparameter

  /// t = .1, .2, .4 as three rows.
  private func points(_ rows: [String] = ["x", "y", "z"]) -> String {
    let all = zip([0.1, 0.2, 0.4], rows).map { #"{"x": \#($0), "y": ["\#($1)", "P"]}"# }
    return "[" + all.joined(separator: ", ") + "]"
  }

  @Test(arguments: [
    (#"{"x": {"P": 0.3}, "y": {"P": 0.5}, "z": {"P": 0.4}}"#, Truth.holds, Truth.fails),
    (#"{"x": {"P": 0.3}, "y": {"P": 0.4}, "z": {"P": 0.5}}"#, .fails, .holds),
    (#"{"x": {"P": 0.3}, "y": {"P": 0.3}, "z": {"P": 0.2}}"#, .undecided, .fails),
    (#"{"x": {"P": 0.3}, "y": {"P": 0.4}, "z": {"P": 0.4}}"#, .undecided, .undecided),
  ])
  func printedPoints(numbers: String, peaked: Truth, rising: Truth) throws {
    let scene = ClaimScene()
    let peak = #""peaked": \#(points()), "expected": 0.2"#
    #expect(try scene.judge(peak, published: numbers).published?.truth == peaked)
    let rise = #""monotone": \#(points()), "direction": "rising""#
    #expect(try scene.judge(rise, published: numbers).published?.truth == rising)
  }

  @Test func pointsWithinARoundingRuleAreLeftOpen() throws {
    // The peak is "about .3": .2 or .4, so nothing is asked of the two.
    let members = #""peaked": \#(points()), "expected": 0.3, "rounding": {"absolute": 0.1}"#
    let numbers = #"{"x": {"P": 0.3}, "y": {"P": 0.4}, "z": {"P": 0.5}}"#
    let finding = try #require(try ClaimScene().judge(members, published: numbers).published)
    #expect(finding.truth == .holds && finding.readings.map(\.what) == ["y P − x P"])
  }

  @Test func aStepBackWithinTheRuleAndTheWholeWayUp() throws {
    let members = #""monotone": \#(points()), "direction": "rising", "within": 0.15"#
    func truth(_ z: Double) throws -> Truth? {
      let numbers = #"{"x": {"P": 0.3}, "y": {"P": 0.5}, "z": {"P": \#(z)}}"#
      return try ClaimScene().judge(members, published: numbers).published?.truth
    }
    #expect(try truth(0.44) == .holds)
    #expect(try truth(0.21) == .fails)
  }

  @Test func measuredPoints() throws {
    let scene = ClaimScene(ours: [
      "x": ["P": [0.3, 0.31]], "y": ["P": [0.5, 0.51]], "z": ["P": [0.4, 0.41]],
    ])
    #expect(try scene.judge(#""peaked": \#(points()), "expected": 0.2"#).verdict == .reproduced)
    #expect(
      try scene.judge(#""monotone": \#(points()), "direction": "falling""#).verdict
        == .notReproduced)
    #expect(
      try scene.judge(#""monotone": \#(points()), "direction": "falling", "from": 0.2"#).verdict
        == .reproduced)
  }
}
