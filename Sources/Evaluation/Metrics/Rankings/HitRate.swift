import Basics

/// Hit rate@N: the share of users with a held-out item among the N recommended.
///
/// With one held-out item a user this is recall@N. The NCF paper's "HR@K = hits / |GT|" over
/// several items is `recall` with `averaging: micro`.
struct HitRate: PerUserMetric {
  static let name = "hit-rate"
  static let heading = "HR"
  static let summary = "share of users with a held-out item among the N recommended, 0 to 1"
  var at: Int?
  var averaging = Averaging.macro
  var among: Int?

  init() {}

  static var fields: [Field<Self>] { [.cutoff, .averaging(\.averaging), .among(\.among)] }

  var measure: Measure.Kind { averaging == .allUsers ? .share : .hitRate }

  var definition: String {
    "share of \(averaging == .allUsers ? "all users" : "users") with at least one hit" + sampling
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    let places = group.places(within: at ?? 0)
    return hits == 0 && group.heldOut > 0 && places > 0 && places + group.heldOut <= group.size
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    guard let groups = ranking.openGroups else {
      return Fraction(ranking.hitCount(at: at ?? 0) > 0 ? 1 : 0, over: 1)
    }
    return Fraction(1 - groups.reduce(1) { $0 * $1.chanceOfNone(within: at ?? 0) }, over: 1)
  }
}
