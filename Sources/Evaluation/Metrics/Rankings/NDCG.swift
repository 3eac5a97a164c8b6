import Basics

/// NDCG@N: DCG / IDCG with gain 1 for a held-out item, so 2^rel − 1 gives the same, and discount
/// 1 / log₂(rank + 1) (Järvelin & Kekäläinen 2002).
///
/// Departures in print: some take IDCG over N hits even for a user with fewer held-out items, who
/// then cannot reach 1; that is `ideal: full`.
struct NDCG: PerUserMetric {
  /// The best list that DCG is compared with.
  enum Ideal: String, CaseIterable, Sendable {
    /// min(|T|, N) hits on top: 1 can be reached by every user.
    case truncated
    /// N hits, however few items the user has.
    case full
  }

  static let name = "ndcg"
  static let heading = "NDCG"
  static let summary = "discounted gain of the N recommended over the ideal list's, 0 to 1"
  var at: Int?
  var ideal = Ideal.truncated
  var among: Int?

  init() {}

  static var fields: [Field<Self>] {
    [
      .cutoff,
      .choice("ideal", \.ideal, "hits of the ideal list: truncated is min(|T|, N), full is N"),
      .among(\.among),
    ]
  }

  var measure: Measure.Kind { .ndcg }

  var definition: String {
    "macro, gain 1, discount 1 / log2(rank + 1), IDCG over "
      + (ideal == .truncated ? "min(|T|, N)" : "N") + sampling
  }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    // One table for all users: a logarithm per hit would cost more than the rest of the metric.
    let discount = Discount(depth: at ?? 0)
    return AverageTally(averaging: .macro) { worth($0, discount) }
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    group.isMixed && group.first <= at ?? 0
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    worth(ranking, Discount(depth: at ?? 0))
  }

  private func worth(_ ranking: borrowing UserRanking, _ discount: Discount) -> Fraction {
    Fraction(
      ranking.openGroups.map(discount.gain) ?? discount.gain(ranking.hits),
      over: discount.idealGain(ideal == .truncated ? ranking.heldOutCount : at ?? 0))
  }
}
