import Foundation

/// The least LogLoss, in nats, that scores of a given AUC permit, whatever the model.
///
/// A score S can be used no better than by saying P(Y = 1 | S), and then LogLoss is H(Y | S). With
/// the ROC curve made concave, a piece that gathers the share dy of the positives and dx of the
/// negatives adds φ(π dy, (1−π) dx), φ(a, b) = −a ln(a/(a+b)) − b ln(b/(a+b)). The sum is concave
/// in the curve; concave curves are mixtures of y = min(x/c, 1) with area 1 − c/2, so under a given
/// area the least is at a mixture of at most two of them. Of those, the best are the ends: either
/// one alone, c = 2(1−A), where the lowest scores are all negative, or c = 0 and c = 1, where the
/// highest are all positive:
///
///     least = min( φ(π, (1−π) 2(1−A)), φ(π 2(1−A), 1−π) )
///
/// The second is the smaller one when positives are rare. That the ends are best is checked
/// numerically, over all pairs and over random concave curves.
struct LeastLogLoss {
  /// A, the area under the ROC curve. Below one half the scores can be turned round.
  let auc: Double

  init(auc: Double) { self.auc = min(max(auc, 1 - auc), 1) }

  /// The least LogLoss when the share `baseRate` of the examples is positive.
  func value(baseRate: Double) -> Double {
    let spread = 2 * (1 - auc)
    return min(
      Self.entropy(baseRate, (1 - baseRate) * spread), Self.entropy(baseRate * spread, 1 - baseRate)
    )
  }

  /// The shares of positives that permit a LogLoss: at most the first or at least the second.
  func baseRates(within logLoss: Double) -> (rare: Double, common: Double) {
    // It rises from 0 at no positives to its most at one half, and is symmetric.
    guard value(baseRate: 0.5) > logLoss else { return (0.5, 0.5) }
    var (low, high) = (0.0, 0.5)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if value(baseRate: middle) <= logLoss { low = middle } else { high = middle }
    }
    return (low, 1 - low)
  }

  /// φ: the entropy of a group with these shares of positives and negatives, times its size.
  private static func entropy(_ a: Double, _ b: Double) -> Double {
    [a, b].reduce(0) { sum, share in share > 0 ? sum - share * log(share / (a + b)) : sum }
  }
}
