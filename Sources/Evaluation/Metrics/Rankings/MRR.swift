import Basics

/// MRR: the mean over users of 1 / rank of their first held-out item.
///
/// With a cut-off the value is 0 for a user whose first one comes after N; without, the whole
/// ranking counts and nobody's value is 0. Papers rarely say which they use.
struct MRR: PerUserMetric {
  static let name = "mrr"
  static let heading = "MRR"
  static let summary = "mean of 1 / rank of the first held-out item, 0 to 1"
  var at: Int?
  var among: Int?

  init() {}

  static var fields: [Field<Self>] { [.optionalCutoff, .among(\.among)] }

  var ranksNeeded: RanksNeeded { at == nil ? .first : .none }

  var measure: Measure.Kind { .mrr }

  var definition: String {
    "macro, 1 / rank of the first held-out item, "
      + (at == nil ? "whole ranking" : "0 when it is beyond N") + sampling
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    hits == 0 && group.isMixed && group.first <= at ?? .max
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    if let groups = at == nil ? ranking.openRankGroups : ranking.openGroups {
      let first = groups.first { $0.heldOut > 0 }
      return Fraction(first?.reciprocalOfFirst(within: at ?? .max) ?? 0, over: 1)
    }
    let first = at == nil ? ranking.ranks.first : ranking.hits.first
    guard let first, first <= at ?? .max else { return Fraction(0, over: 1) }
    return Fraction(1 / Double(first), over: 1)
  }
}
