import Basics
import Foundation
import Testing

@testable import Evaluation

/// Differences that are too small to matter, and those of users and seeds at once.
@Suite struct EquivalenceTests {
  private func sample(_ differences: [Double]) throws -> PairedSample {
    try PairedSample(differences, against: differences.map { _ in 0 }, over: .seeds)
  }

  /// Mean 2, standard error 1/√3: t = 5√3 above −3 and √3 below 3; with 2 degrees of freedom
  /// P(T ≥ t) = (1 − t / √(2 + t²)) / 2, the greater of which counts.
  @Test func twoOneSidedTTests() throws {
    let test = EquivalenceTest(try sample([1, 2, 3]), margin: 3)
    #expect(abs(test.p - (1 - (3.0 / 5).squareRoot()) / 2) < 1e-14)
    // Beyond the margin the nearer end says that it is not within.
    #expect(EquivalenceTest(try sample([1, 2, 3]), margin: 1).p > 0.5)
    #expect(EquivalenceTest(try sample([1, 2, 3]), margin: 2).p == 0.5)
    #expect(EquivalenceTest(try sample([0, 0, 0]), margin: 0.1).p < 1e-12)
    #expect(EquivalenceTest(try sample([0.1, 0.1]), margin: 0.1).p == 0.5)
  }

  /// Both directions alike, and each test its own.
  @Test(arguments: [SignificanceTest.pairedT, .wilcoxon, .randomisation])
  func everyTestTakesAMargin(test: SignificanceTest) throws {
    let values = [0.1, -0.2, 0.05, 0.3, -0.1, 0.15, -0.05, 0.2]
    func p(_ values: [Double], _ margin: Double) throws -> Double {
      var random = Random(seed: 1, stream: "t")
      return EquivalenceTest(
        try sample(values), margin: margin, by: test, resamples: 999, random: &random
      ).p
    }
    #expect(try p(values, 1) < 0.01 && p(values, 0.05) > 0.05)
    #expect(try abs(p(values, 0.3) - p(values.map { -$0 }, 0.3)) < 1e-12)
    if test == .pairedT {
      #expect(try p(values, 0.3) == EquivalenceTest(try sample(values), margin: 0.3).p)
    }
  }

  /// Two seeds that differ by ±1 for everybody: drawn with replacement, their mean is −1, 0 or 1,
  /// the ends a quarter of the time each.
  @Test func seedsAreDrawnAsUsersAre() {
    var random = Random(seed: 3, stream: "both")
    let differences = [[Double]](repeating: [-1, 1], count: 50)
    let both = TwoWayBootstrap(differences, level: 0.05, random: &random).interval
    #expect(both == ConfidenceInterval(low: -1, high: 1))
    let same = TwoWayBootstrap(
      [[0.5, 0.5], [0.5, .nan]], level: 0.05, random: &random
    ).interval
    #expect(same == ConfidenceInterval(low: 0.5, high: 0.5))
    let none = TwoWayBootstrap([[.nan, .nan]], level: 0.05, random: &random).interval
    #expect(none.low.isNaN)
  }

  /// A system whose training varies, and that is no better: an interval over users misses 0 far too
  /// often, that over both about as often as it says or less.
  @Test func theIntervalCoversAnotherTraining() throws {
    var random = Random(seed: 5, stream: "coverage")
    var (users, both) = (0, 0)
    let count = 200
    for _ in 0..<count {
      let seeds = (0..<5).map { _ in 0.1 * Double(random.normal()) }
      let differences = (0..<60).map { _ in
        let own = 0.2 * Double(random.normal())
        return seeds.map { $0 + own + 0.2 * Double(random.normal()) }
      }
      let means = differences.map { $0.reduce(0, +) / 5 }
      let t = PairedTTest(try sample(means), level: 0.05).interval
      if t.low > 0 || t.high < 0 { users += 1 }
      let wide = TwoWayBootstrap(
        differences, level: 0.05, resamples: 199, random: &random
      ).interval
      if wide.low > 0 || wide.high < 0 { both += 1 }
    }
    #expect(users > count / 5, "\(users)")
    #expect(both < count / 8, "\(both)")
  }
}
