import Basics
import Foundation
import Testing

@testable import Evaluation

/// The tests on samples so small that a hand can follow, and at their edges.
@Suite struct SignificanceTests {
  private func sample(_ differences: [Double]) throws -> PairedSample {
    try PairedSample(differences, against: differences.map { _ in 0 }, over: .seeds)
  }

  @Test func pairedTTestOf123() throws {
    let test = PairedTTest(try sample([1, 2, 3]), level: 0.05)
    // Mean 2, deviation 1; with 2 degrees of freedom P(|T| ≥ t) = 1 − t / √(2 + t²).
    #expect(abs(test.statistic - 12.0.squareRoot()) < 1e-14)
    #expect(abs(test.p - (1 - (12.0 / 14).squareRoot())) < 1e-14)
    #expect(test.degreesOfFreedom == 2)
    let reach = (2 * 0.95 * 0.95 / (1 - 0.95 * 0.95) / 3).squareRoot()
    #expect(abs(test.interval.low - (2 - reach)) < 1e-12)
    #expect(abs(test.interval.high - (2 + reach)) < 1e-12)
    #expect(EffectSize.cohen.value(of: try sample([1, 2, 3])) == 2)
  }

  @Test func oneDegreeOfFreedomIsCauchysDistribution() {
    for t in [0.1, 1, 5, 1e6] {
      let expected = 2 / Double.pi * atan(1 / t)
      #expect(abs(StudentT(degreesOfFreedom: 1).twoSidedTail(t) / expected - 1) < 1e-13)
    }
    #expect(StudentT(degreesOfFreedom: 1).twoSidedTail(0) == 1)
    #expect(StudentT(degreesOfFreedom: 5).twoSidedTail(-.infinity) == 0)
  }

  @Test(arguments: [
    ([1, 2, 3], 0.25, 0.0), ([1, -2, 3], 0.75, 2), ([1, 1, 1], 0.25, 0), ([1, 1, -1], 1, 2),
    ([0, 0, 4, 5, 6], 0.25, 0), ([1, 2, 3, 4, 5], 0.0625, 0),
  ])
  func wilcoxonsTestCountsSigns(differences: [Double], p: Double, statistic: Double) throws {
    let test = WilcoxonTest(try sample(differences))
    #expect(test.p == p && test.statistic == statistic && test.isExact)
  }

  @Test func wilcoxonsTestApproximatesWhereSciPyDoes() throws {
    let plain: [Double] = (1...50).map { $0.isMultiple(of: 3) ? -Double($0) : Double($0) }
    #expect(WilcoxonTest(try sample(plain)).isExact)
    #expect(!WilcoxonTest(try sample(plain + [51])).isExact)
    #expect(!WilcoxonTest(try sample(Array(plain[..<13]) + [0])).isExact)
    #expect(WilcoxonTest(try sample(Array(plain[..<12]) + [0])).isExact)
  }

  @Test func sizesThatDifferByRoundingShareTheirRank() throws {
    let sample = try PairedSample([0.6, 0.4, 0.4], against: [0.4, 0.2, 0.6], over: .users)
    #expect(Set(sample.differences.map(abs)).count > 1)
    #expect(WilcoxonTest(sample).positiveRanks == 4)
    // Equal but for rounding is equal.
    let same = try PairedSample([0.1 + 0.2, 0.5], against: [0.3, 0.5], over: .users)
    #expect(same.differences == [0, 0])
  }

  @Test func randomisationTestCountsExchanges() throws {
    var random = Random(seed: 1, stream: "test")
    let all = RandomisationTest(try sample([1, 2, 3]), resamples: 8, random: &random)
    #expect(all.p == 0.25 && all.isExact)
    #expect(random == Random(seed: 1, stream: "test"))
    let drawn = RandomisationTest(try sample([1, 2, 3]), resamples: 7, random: &random)
    #expect(!drawn.isExact && drawn.p >= 1.0 / 8 && drawn.p <= 1)
    // 70 equal differences: no draw reaches them, so the observed exchange stands alone.
    let far = try sample(Array(repeating: 1, count: 70))
    #expect(RandomisationTest(far, resamples: 99, random: &random).p == 0.01)
    // An exchange that cancels but for rounding is as large as one that cancels exactly.
    let noisy = try sample([0.1, 0.2, -0.3])
    #expect(RandomisationTest(noisy, resamples: 8, random: &random).p == 1)
  }

  @Test func pairsThatNeverDifferShowNothing() throws {
    let sample = try sample([0, 0, 0])
    let nothing = ConfidenceInterval(low: 0, high: 0)
    for test in SignificanceTest.allCases {
      var random = Random(seed: 1, stream: "test")
      let outcome = test.outcome(of: sample, level: 0.05, resamples: 99, random: &random)
      #expect(outcome.p == 1 && outcome.effect == 0 && outcome.interval == nothing, "\(test)")
      #expect(outcome.count == 3 && outcome.meanDifference == 0)
    }
  }

  @Test func pairsThatAllDifferByTheSame() throws {
    let test = PairedTTest(try sample([0.5, 0.5, 0.5]), level: 0.05)
    #expect(test.p == 0 && test.statistic == .infinity)
    #expect(test.interval == ConfidenceInterval(low: 0.5, high: 0.5))
    #expect(EffectSize.cohen.value(of: try sample([-2, -2])) == -.infinity)
    #expect(EffectSize.rankBiserial.value(of: try sample([-2, -2])) == -1)
  }

  @Test func aTestNeedsPairsOfNumbers() {
    func problem(_ a: [Double], _ b: [Double], _ unit: PairedSample.Unit) -> Problem? {
      #expect(throws: Problem.self) { try PairedSample(a, against: b, over: unit) }
    }
    #expect(
      problem([1], [2], .seeds)
        == .usage("a significance test needs at least two seeds, found 1"))
    #expect(
      problem([], [], .users) == .usage("a significance test needs at least two users, found 0"))
    #expect(
      problem([1, .nan], [2, 3], .users)
        == .data("a significance test needs numbers; pair 2 is nan and 3.0"))
    #expect(problem([.infinity, 1], [2, 3], .users)?.kind == .data)
    #expect(
      problem([1, 2], [1], .users)
        == .data("a significance test needs pairs; there are 2 and 1 values"))
  }

  @Test func anEmptyFamilyHasNothingToCorrect() {
    #expect(Correction.allCases.allSatisfy { $0.corrected([]).isEmpty })
    // By hand: 3 × .01; 2 × .04; the larger of that and .05.
    #expect(Correction.holm.corrected([0.04, 0.01, 0.05]) == [0.08, 0.03, 0.08])
  }

  /// 1000 samples of 60 normal numbers: the share of intervals that hold the true mean is within
  /// three standard errors of what is promised.
  @Test(arguments: [0.05, 0.2])
  func bootstrapIntervalsCover(level: Double) throws {
    let simulations = 1000
    var numbers = Random(seed: 20_260_730, stream: "simulation")
    var draws = Random(seed: 20_260_730, stream: "bootstrap")
    var covered = 0
    for _ in 0..<simulations {
      let sample = try sample((0..<60).map { _ in 0.3 + Double(numbers.normal()) })
      let interval =
        Bootstrap(sample, level: level, resamples: 299, random: &draws).interval
      if interval.low <= 0.3, 0.3 <= interval.high { covered += 1 }
    }
    let error = (level * (1 - level) / Double(simulations)).squareRoot()
    #expect(abs(Double(covered) / Double(simulations) - (1 - level)) < 3 * error, "\(covered)")
  }
}
