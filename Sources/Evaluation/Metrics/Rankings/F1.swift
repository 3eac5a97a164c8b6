import Basics

/// F1@N: the harmonic mean of precision hits / N and recall hits / |T|, of a user 2 hits / (N +
/// |T|).
///
/// Papers print the mean of the users' values, the value of the mean precision and the mean recall,
/// and that of all hits pooled under one name.
struct F1: RankingMetric {
  /// What the harmonic mean is taken of.
  enum Of: String, CaseIterable, Sendable {
    /// Each user's precision and recall, then the mean over users.
    case users
    /// The mean precision and the mean recall over users.
    case means
    /// The pooled precision and the pooled recall.
    case pooled
  }

  static let name = "f1"
  static let heading = "F1"
  static let summary = "harmonic mean of precision and recall of the N recommended, 0 to 1"
  var at: Int?
  var of = Of.users

  init() {}

  static var fields: [Field<Self>] {
    [
      .cutoff,
      .choice(
        "of", \.of, "what the harmonic mean is of: each user's P and R, their means, or pooled"),
    ]
  }

  var measure: Measure.Kind { of == .users ? .share : .f1 }
  var isMeanOverUsers: Bool { of == .users }

  var definition: String {
    switch of {
    case .users: "macro, 2 hits / (N + |T|)"
    case .means: "2 P R / (P + R) of the mean precision and recall over users"
    case .pooled: "2 total hits / (N × users + total |T|)"
    }
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    group.isMixed && group.isCut(at: at ?? 0)
  }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let cutoff = at ?? 0
    if of == .means { return MeansTally(cutoff: cutoff) }
    return AverageTally(averaging: of == .users ? .macro : .micro) { ranking in
      Fraction(
        2 * ranking.hitCount(at: cutoff), over: Double(cutoff) + Double(ranking.heldOutCount))
    }
  }

  /// Adds up precision and recall; a user's own value is that of the user's own two.
  private struct MeansTally: MetricTally {
    let cutoff: Int
    private var precision = 0.0
    private var recall = 0.0
    private var users = 0.0

    init(cutoff: Int) { self.cutoff = cutoff }

    mutating func add(_ ranking: borrowing UserRanking) -> Double? {
      let hits = ranking.hitCount(at: cutoff)
      precision += hits / Double(cutoff)
      recall += hits / Double(ranking.heldOutCount)
      users += 1
      return 2 * hits / (Double(cutoff) + Double(ranking.heldOutCount))
    }

    var value: Double {
      guard users > 0 else { return .nan }
      let (p, r) = (precision / users, recall / users)
      return p + r > 0 ? 2 * p * r / (p + r) : 0
    }
  }
}
