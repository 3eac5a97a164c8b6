import Basics
import Evaluation
import Foundation
import Testing

@testable import Results

@Suite struct SeedEstimateTests {
  /// scipy.stats.t.ppf(0.975, df), SciPy 1.17.
  @Test(arguments: [
    (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078),
    (4, 2.7764451051977934), (9, 2.262157162798205), (29, 2.045229642132703),
    (100, 1.9839715185235518),
  ])
  func studentsQuantile(degrees: Int, expected: Double) {
    let found = StudentT(degreesOfFreedom: degrees).quantile(twoSidedTail: 0.05)
    #expect(abs(found / expected - 1) < 1e-12)
  }

  @Test func oneSeedHasNoIntervalNoneHasNothing() {
    #expect(SeedEstimate([0.5], level: 0.05)?.halfWidth == nil)
    #expect(SeedEstimate([0.5], level: 0.05)?.interval.isKnown == false)
    #expect(SeedEstimate([], level: 0.05) == nil)
    #expect(SeedEstimate([], over: [], level: 0.05) == nil)
  }

  /// By hand: ratio .5 / .25 = 2; residuals (.4 − .4, .6 − .6) / .25 = 0, so nothing is uncertain;
  /// and with b = .3, .2: ratio 2, residuals (.4 − .6) / .25 = −.8 and (.6 − .4) / .25 = .8, sd
  /// .8·√2.
  @Test func aRatioOfMeansWithTheDeviationOfItsPairs() throws {
    let exact = try #require(SeedEstimate([0.4, 0.6], over: [0.2, 0.3], level: 0.05))
    #expect(exact.value == 2 && abs(exact.halfWidth ?? 1) < 1e-12)
    let wide = try #require(SeedEstimate([0.4, 0.6], over: [0.3, 0.2], level: 0.05))
    #expect(abs(wide.value - 2) < 1e-15)
    #expect(abs((wide.halfWidth ?? 0) - 12.706204736174694 * 0.8) < 1e-9)
  }

  /// t(0.975; 1) is the tangent of 0.475 π, and t(0.995; 1) that of 0.495 π.
  @Test func theLevelIsWhatTheIntervalLeavesOut() throws {
    let wide = try #require(SeedEstimate([0, 2], level: 0.01))
    #expect(wide.value == 1 && wide.sd == 2.0.squareRoot())
    #expect(abs((wide.halfWidth ?? 0) - tan(0.495 * Double.pi)) < 1e-9)
  }
}
