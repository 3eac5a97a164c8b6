import Basics
import Foundation

/// The LogLoss of a user's held-out items, labelled 1, and of drawn items that the user has not,
/// labelled 0, where scores are the logarithms of odds (He et al. 2017, equation 7; the
/// DeepFM/NeuMF paper's eq. 16).
///
/// Training draws anew for every pair, so with one held-out item a user and as many drawn ones as
/// training has negatives this is its loss, on test pairs. Of systems whose scores are no odds it
/// says nothing.
struct SampledLogLoss: PerUserMetric {
  static let name = "sampled-log-loss"
  static let heading = "LogLoss"
  static let summary = "log-loss of held-out items against drawn ones, of scores that are log odds"
  static let better = Better.lower
  var at: Int?
  var among: Int? = 4

  init() {}

  static var fields: [Field<Self>] { [.among(\.among)] }

  /// Refuses no number of drawn items: all items are no example of training.
  func check(_ json: JSON) throws(Problem) {
    guard among == nil else { return }
    throw (json["among"] ?? json).mismatch("a number of drawn items")
  }

  var definition: String {
    "mean −ln of the probability of what happened, held-out items against \(among ?? 0) drawn ones"
  }

  /// It looks at scores alone.
  func canChange(by group: TieGroup, after hits: Int) -> Bool { false }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    var total = 0.0
    for (place, score) in ranking.scores.enumerated() {
      let x = Double(score)
      let label = ranking.hits.contains(place + 1) ? 1.0 : 0
      total += max(x, 0) - label * x + log1p(exp(-abs(x)))
    }
    return Fraction(total / Double(max(1, ranking.scores.count)), over: 1)
  }
}
