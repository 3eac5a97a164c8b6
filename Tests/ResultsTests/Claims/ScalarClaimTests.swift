import Basics
import Testing

@testable import Results

/// Ratios, differences, equality and announced numbers.
@Suite struct ScalarClaimTests {
  private let ratio = #""ratio": [["UR-GAN", "P"], ["ItemPop", "P"]]"#

  @Test func aRatioThatThePapersOwnTableDoesNotHave() throws {
    let judged = try ClaimScene().judge(#"\#(ratio), "expected": 2.7"#)
    let paper = try #require(judged.published?.decisive)
    // .5345 / .2272, and the ends of what rounds to these.
    #expect(abs((paper.value ?? 0) - 2.352552816901408) < 1e-15)
    #expect(abs(paper.interval.low - 0.53445 / 0.22725) < 1e-12)
    #expect(abs(paper.interval.high - 0.53455 / 0.22715) < 1e-12)
    #expect(paper.truth == .fails && judged.verdict == .inconsistent)
    #expect(judged.measured?.truth == nil)
    #expect(judged.measured?.decisive.note == "not measured: UR-GAN P, ItemPop P")
    #expect(paper.what == "UR-GAN P / ItemPop P")
  }

  /// Ours does not change the paper's contradiction, and is told all the same.
  @Test func thePapersContradictionComesFirst() throws {
    let scene = ClaimScene(ours: ["UR-GAN": ["P": [0.54]], "ItemPop": ["P": [0.2]]])
    let judged = try scene.judge(#"\#(ratio), "expected": 2.7"#)
    #expect(judged.verdict == .inconsistent)
    #expect(judged.measured?.truth == .undecided && judged.measured?.decisive.seeds == 1)
  }

  @Test(arguments: [
    // a/b over seeds, verdict. t(0.975; 2) = 4.30.
    ([0.54, 0.5402, 0.5398], [0.2, 0.2, 0.2], Verdict.reproduced),
    ([0.40, 0.4002, 0.3998], [0.2, 0.2, 0.2], .notReproduced),
    ([0.54, 0.56, 0.52], [0.2, 0.2, 0.2], .inconclusive),
    // The ratio is the same in every seed, whatever the split: nothing is uncertain.
    ([0.54, 0.81, 0.27], [0.2, 0.3, 0.1], .reproduced),
    ([.nan, 0.54, 0.54], [0.2, 0.2, 0.2], .inconclusive),
    ([0.54, 0.54, 0.54], [0, 0, 0], .inconclusive),
    ([], [], .notMeasured),
  ])
  func aRatioOverSeeds(a: [Double], b: [Double], verdict: Verdict) throws {
    let scene = ClaimScene(ours: ["UR-GAN": ["P": a], "ItemPop": ["P": b]])
    let judged = try scene.judge(#"\#(ratio), "expected": 2.7"#, published: "{}")
    #expect(judged.verdict == verdict)
    #expect(judged.published?.truth == nil)
  }

  /// By hand: d = .1, .2, .3; mean .2, sd .1, half width 4.302652729749 · .1 / √3.
  @Test func aDifferenceOverPairsOfSeeds() throws {
    let scene = ClaimScene(ours: [
      "UR-GAN": ["P": [0.5, 0.7, 0.9]], "ItemPop": ["P": [0.4, 0.5, 0.6]],
    ])
    let judged = try scene.judge(
      #""difference": [["UR-GAN", "P"], ["ItemPop", "P"]], "expected": 0.2"#, published: "{}")
    let ours = try #require(judged.measured?.decisive)
    #expect(abs((ours.value ?? 0) - 0.2) < 1e-15 && ours.seeds == 3)
    let halfWidth = 4.302652729749464 * 0.1 / 3.0.squareRoot()
    #expect(abs(ours.interval.high - ours.interval.low - 2 * halfWidth) < 1e-12)
    #expect(judged.verdict == .inconclusive)
  }

  @Test(arguments: [
    // M: .7784 − .6974 = .0810; G: .3347 / .1811 = 1.848; R: .2913 − .2946 = −.0033.
    (#""difference": [["UR-GAN", "M"], ["CFGAN-I", "M"]], "expected": 0.08"#, Truth.holds),
    (#""difference": [["UR-GAN", "M"], ["CFGAN-I", "M"]], "expected": 0.080"#, .fails),
    (
      #""difference": [["UR-GAN", "M"], ["CFGAN-I", "M"]], "expected": 0.080, "rounding": {"absolute": 0.001}"#,
      .undecided
    ),
    (#""ratio": [["UR-GAN", "G"], ["ItemPop", "G"]], "expected": 2"#, .holds),
    (
      #""ratio": [["UR-GAN", "G"], ["ItemPop", "G"]], "expected": 2, "rounding": {"significant": 2}"#,
      .fails
    ),
    (
      #""ratio": [["UR-GAN", "G"], ["ItemPop", "G"]], "expected": 2, "rounding": {"relative": 0.1}"#,
      .holds
    ),
    (
      #""ratio": [["UR-GAN", "G"], ["ItemPop", "G"]], "expected": 2, "rounding": {"decimals": 1}"#,
      .fails
    ),
    (#""equal": [["UR-GAN", "P"]], "expected": 0.5345"#, .holds),
    (#""equal": [["UR-GAN", "P"]], "expected": 0.3908"#, .fails),
    (#""equal": [["UR-GAN", "R"], ["CFGAN-I", "R"]], "rounding": {"absolute": 0.0035}"#, .holds),
    (
      #""equal": [["UR-GAN", "R"], ["CFGAN-I", "R"]], "rounding": {"absolute": 0.0033}"#, .undecided
    ),
    (#""equal": [["UR-GAN", "R"], ["CFGAN-I", "R"]], "rounding": {"absolute": 0.003}"#, .fails),
    (#""reported": [["UR-GAN", "P"], ["CFGAN-I", "P"]]"#, .holds),
    (#""reported": [["UR-GAN", "P"], ["IRGAN", "P"]]"#, .fails),
  ])
  func onThePapersNumbers(members: String, truth: Truth) throws {
    #expect(try ClaimScene().judge(members).published?.truth == truth)
  }

  @Test func whatIsMissingIsNamed() throws {
    let judged = try ClaimScene().judge(
      #""equal": [["UR-GAN", "P"], ["IRGAN", "P"]], "rounding": {"absolute": 0.1}"#)
    #expect(judged.published?.truth == nil)
    #expect(judged.published?.decisive.note == "not printed: IRGAN P")
  }

  @Test func announcedNumbersOnOurSideAreMeasuredAndFinite() throws {
    let announced = #""reported": [["IRGAN", "P"]]"#
    func verdict(_ values: [Double]) throws -> Verdict {
      try ClaimScene(ours: ["IRGAN": ["P": values]]).judge(
        announced, published: #"{"IRGAN": {"P": 0.3}}"#
      ).verdict
    }
    #expect(try verdict([0.25, 0.5]) == .reproduced)
    #expect(try verdict([0.25, .nan]) == .inconclusive)
    #expect(try verdict([]) == .notMeasured)
    // Without a table nothing contradicts the text.
    #expect(try ClaimScene().judge(announced, published: "{}").verdict == .notMeasured)
  }

  @Test func aClaimThatNothingCanTest() throws {
    let judged = try ClaimScene().judge(#""notTestable": "t has no meaning there""#)
    #expect(judged.verdict == .notTestable)
    #expect(judged.published == nil && judged.measured == nil)
    // With a kind, the paper's numbers are looked at all the same.
    let typed = try ClaimScene().judge(
      #"\#(ratio), "expected": 2.7, "notTestable": "no such system""#)
    #expect(typed.verdict == .notTestable && typed.published?.truth == .fails)
  }
}
