import Basics

/// AUC: the mean over users of the probability that a held-out item scores higher than an item
/// the user has never seen; equal scores count one half (Rendle et al. 2009, section 4.1.2).
///
/// Masked items are on neither side. A user who has seen every item is left out.
struct AUC: PerUserMetric {
  static let name = "auc"
  static let heading = "AUC"
  static let summary = "chance that a held-out item beats a never-seen one, 0.5 is random"
  var at: Int?

  init() {}

  static var fields: [Field<Self>] { [] }

  var ranksNeeded: RanksNeeded { .all }

  var measure: Measure.Kind { .share }

  var definition: String { "macro, held-out against never-seen items, ties one half" }

  /// Ties count one half, whatever their order.
  func canChange(by group: TieGroup, after hits: Int) -> Bool { false }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    let pairs = ranking.pairs
    return Fraction(Double(pairs.won) + Double(pairs.tied) / 2, over: Double(pairs.count))
  }
}
