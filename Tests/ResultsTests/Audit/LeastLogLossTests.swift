import Basics
import Foundation
import Testing

@testable import Results

@Suite struct LeastLogLossTests {
  @Test func anAUCOf796WithOnePositiveInElevenLeaves157And101Needs51() {
    let least = LeastLogLoss(auc: 0.796)
    #expect(abs(least.value(baseRate: 1.0 / 11) - 0.1565) < 5e-5)
    #expect(abs(least.baseRates(within: 0.101).rare - 0.0513) < 5e-5)
    #expect(least.baseRates(within: 0.101).common == 1 - least.baseRates(within: 0.101).rare)
  }

  @Test(arguments: [(0.782, 0.109, 0.0529), (0.778, 0.114, 0.0550), (0.787, 0.105, 0.0516)])
  func theBaseRateThatALogLossNeeds(auc: Double, loss: Double, rate: Double) {
    let found = LeastLogLoss(auc: auc).baseRates(within: loss).rare
    #expect(abs(found - rate) < 5e-5)
    #expect(abs(LeastLogLoss(auc: auc).value(baseRate: found) - loss) < 1e-9)
  }

  @Test func nothingIsLearnedFromAnAUCOfOneHalfAllFrom1() {
    let entropy = -0.2 * log(0.2) - 0.8 * log(0.8)
    #expect(abs(LeastLogLoss(auc: 0.5).value(baseRate: 0.2) - entropy) < 1e-12)
    #expect(LeastLogLoss(auc: 1).value(baseRate: 0.2) == 0)
    #expect(LeastLogLoss(auc: 0.3).auc == 0.7)
  }

  @Test func aSearchOverMixturesOfTwoCurvesFindsTheSameLeast() throws {
    for item in try auditGolden().member("logLoss").asArray() {
      let auc = try item.member("auc").asNumber()
      let found = LeastLogLoss(auc: auc).value(baseRate: try item.member("baseRate").asNumber())
      #expect(abs(found - (try item.member("least").asNumber())) < 1e-9, "\(item.canonicalText)")
    }
  }

  /// Pieces of falling slope in any number: what every score's concave ROC curve looks like.
  @Test func noConcaveCurveHasLess() {
    var random = Random(seed: 1, stream: "roc")
    for _ in 0..<5000 {
      let pieces = 1 + random.below(6)
      func shares() -> [Double] {
        let parts = (0..<pieces).map { _ in pow(Double(random.uniform()), 4) + 1e-12 }
        let sum = parts.reduce(0, +)
        return parts.map { $0 / sum }
      }
      let curve = zip(shares(), shares()).sorted { $0.1 / $0.0 > $1.1 / $1.0 }
      let rate = 0.001 + 0.998 * Double(random.uniform())
      var (height, area, entropy) = (0.0, 0.0, 0.0)
      for (dx, dy) in curve {
        area += dx * (height + dy / 2)
        height += dy
        let (a, b) = (rate * dy, (1 - rate) * dx)
        entropy -= a * log(a / (a + b))
        entropy -= b * log(b / (a + b))
      }
      #expect(entropy >= LeastLogLoss(auc: area).value(baseRate: rate) - 1e-9)
    }
  }
}
