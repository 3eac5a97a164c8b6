import Basics

/// MRR: the mean over users of 1 / rank of their first held-out item.
///
/// With a cut-off the value is 0 for a user whose first one comes after N; without, the whole
/// ranking counts and nobody's value is 0. Papers rarely say which they use, and some programs add
/// up 1 / rank of every hit, which may exceed 1: that is `hits: all`.
struct MRR: PerUserMetric {
  /// Whose reciprocal ranks count.
  enum Hits: String, CaseIterable, Sendable { case first, all }

  static let name = "mrr"
  static let heading = "MRR"
  static let summary = "mean of 1 / rank of the first held-out item, 0 to 1"
  /// The whole ranking.
  static let otherDefinitions: [String: [JSON]] = ["at": [.null]]
  var at: Int?
  var hits = Hits.first
  var averaging = Averaging.macro
  var among: Int?

  init() {}

  static var fields: [Field<Self>] {
    [
      .optionalCutoff,
      .choice("hits", \.hits, "whose 1 / rank count: the first hit's, or all hits', added up"),
      .averaging(\.averaging), .among(\.among),
    ]
  }

  var ranksNeeded: RanksNeeded { at != nil ? .none : hits == .first ? .first : .all }

  /// Of sums over all hits no law of the audit knows anything.
  var measure: Measure.Kind {
    hits == .all ? .number : averaging == .allUsers ? .share : .mrr
  }

  var definition: String {
    "\(averaging.means), "
      + (hits == .first
        ? "1 / rank of the first held-out item" : "sum of 1 / rank of all held-out items")
      + ", " + (at == nil ? "whole ranking" : "0 when it is beyond N") + sampling
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    (hits == 0 || self.hits == .all) && group.isMixed && group.first <= at ?? .max
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    let cutoff = at ?? .max
    if let groups = at == nil ? ranking.openRankGroups : ranking.openGroups {
      return Fraction(
        hits == .first
          ? groups.first { $0.heldOut > 0 }?.reciprocalOfFirst(within: cutoff) ?? 0
          : groups.reduce(0) { $0 + $1.reciprocals(within: cutoff) }, over: 1)
    }
    let ranks = (at == nil ? ranking.ranks : ranking.hits).prefix { $0 <= cutoff }
    let counted = hits == .first ? ranks.prefix(1) : ranks
    return Fraction(counted.reduce(0) { $0 + 1 / Double($1) }, over: 1)
  }
}
