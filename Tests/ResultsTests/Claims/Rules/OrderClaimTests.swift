import Basics
import Testing

@testable import Results

/// Order of numbers, and one row ahead of the others.
@Suite struct OrderClaimTests {
  @Test(arguments: [
    (#""order": [["UR-GAN", "P"], ["CFGAN-I", "P"], ["ItemPop", "P"]]"#, Truth.holds),
    (#""order": [["UR-GAN", "P"], ["ItemPop", "P"], ["CFGAN-I", "P"]]"#, .fails),
    (#""best": "UR-GAN", "on": ["P", "M"]"#, .holds),
    // R@20: .2913 < .2946.
    (#""best": "UR-GAN", "on": ["P", "M", "R"]"#, .fails),
    (#""best": "CFGAN-I", "on": ["R"], "among": ["UR-GAN"]"#, .holds),
    (#""best": "UR-GAN", "on": ["R"], "among": ["CFGAN-I"], "better": "lower""#, .holds),
  ])
  func onThePapersNumbers(members: String, truth: Truth) throws {
    #expect(try ClaimScene().judge(members).published?.truth == truth)
  }

  @Test func theIndexThatFailsIsNamed() throws {
    let judged = try ClaimScene().judge(#""best": "UR-GAN", "on": ["P", "R", "M"]"#)
    let finding = try #require(judged.published)
    #expect(finding.decisive.what == "UR-GAN R − CFGAN-I R")
    #expect(abs((finding.decisive.value ?? 0) + 0.0033) < 1e-15)
    // P against two rows, R and M against the one that prints them.
    #expect(finding.readings.count == 4 && finding.failures == 1)
    #expect(judged.verdict == .inconsistent)
  }

  @Test func whenAllHoldTheNarrowestIsShown() throws {
    let judged = try ClaimScene().judge(#""best": "UR-GAN", "on": ["P", "M"]"#)
    #expect(judged.published?.decisive.what == "UR-GAN P − CFGAN-I P")
  }

  @Test func equalDigitsDecideNothingAndDoNotCountAgainstTheClaim() throws {
    let judged = try ClaimScene(ours: ["A": ["P": [0.3, 0.31]], "B": ["P": [0.1, 0.11]]]).judge(
      #""order": [["A", "P"], ["B", "P"]]"#, published: #"{"A": {"P": 0.15}, "B": {"P": 0.15}}"#)
    #expect(judged.published?.truth == .undecided && judged.verdict == .reproduced)
  }

  @Test(arguments: [
    ([0.5, 0.52, 0.51], [0.3, 0.32, 0.30], Verdict.reproduced),
    ([0.3, 0.32, 0.30], [0.5, 0.52, 0.51], .notReproduced),
    ([0.5, 0.52, 0.51], [0.49, 0.53, 0.5], .inconclusive),
    // Every seed has another split; the pairs differ by much less than the seeds.
    ([0.2, 0.5, 0.8], [0.199, 0.4991, 0.7989], .reproduced),
    ([0.5, 0.5], [0.5, 0.5], .notReproduced),
    // One seed decides nothing.
    ([0.5], [0.4], .inconclusive), ([0.4], [0.5], .inconclusive),
    ([0.5, .infinity], [0.4, 0.4], .inconclusive), ([0.5], [], .notMeasured),
  ])
  func onOurs(a: [Double], b: [Double], verdict: Verdict) throws {
    let scene = ClaimScene(ours: ["A": ["P": a], "B": ["P": b]])
    for members in [
      #""order": [["A", "P"], ["B", "P"]]"#, #""best": "A", "on": ["P"], "among": ["B"]"#,
      #""best": "B", "on": ["P"], "among": ["A"], "better": "lower""#,
    ] {
      #expect(try scene.judge(members, published: "{}").verdict == verdict, "\(members)")
    }
  }

  @Test func oneIndexThatIsLostDecidesThoughAnotherIsNotMeasured() throws {
    let scene = ClaimScene(ours: ["A": ["P": [0.1, 0.1]], "B": ["P": [0.2, 0.2]]])
    let lost = try scene.judge(#""best": "A", "on": ["R", "P"], "among": ["B"]"#, published: "{}")
    #expect(lost.verdict == .notReproduced)
    let open = try scene.judge(#""best": "B", "on": ["R", "P"], "among": ["A"]"#, published: "{}")
    #expect(open.verdict == .notMeasured)
    #expect(open.measured?.decisive.note == "not measured: B R, A R")
  }

  @Test func theRowsOfOneTableOnly() throws {
    var cells = try ClaimScene.numbers(#"{"A": {"P": 0.4}, "B": {"P": 0.3}}"#, table: "one").cells
    cells += try ClaimScene.numbers(#"{"A": {"P": 0.4}, "C": {"P": 0.9}}"#, table: "two").cells
    let numbers = PublishedNumbers(cells)
    func truth(_ table: String) throws -> Truth? {
      try claim(#""best": "A", "on": ["P"], "table": "\#(table)""#).finding(on: numbers)?.truth
    }
    #expect(try truth("one") == .holds)
    #expect(try truth("two") == .fails)
    let named = try claim(#""order": [["A", "P", "two"], ["C", "P", "two"]]"#)
    #expect(named.finding(on: numbers)?.truth == .fails)
  }

  /// The greatest value and its epoch come from each seed's learning curve.
  @Test func theBestOfACurveAndWhenItIsReached() throws {
    let scene = ClaimScene(curves: [
      "A": [[0.1, 0.5, 0.3], [0.1, 0.5, 0.2]], "B": [[0.1, 0.2, 0.4], [0.1, 0.2, 0.4]],
    ])
    func verdict(_ greater: String, _ lesser: String, _ take: String) throws -> Verdict {
      func operand(_ row: String) -> String {
        #"{"row": "\#(row)", "column": "p", "take": "\#(take)"}"#
      }
      let judged = try scene.judge(#""order": [\#(operand(greater)), \#(operand(lesser))]"#)
      #expect(judged.published?.truth == nil)
      return judged.verdict
    }
    #expect(try verdict("A", "B", "best") == .reproduced)
    #expect(try verdict("B", "A", "best-epoch") == .reproduced)
    #expect(try verdict("A", "B", "best-epoch") == .notReproduced)
  }
}
