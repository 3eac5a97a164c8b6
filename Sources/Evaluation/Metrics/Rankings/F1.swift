import Basics

/// F1@N: the harmonic mean of precision hits / N and recall hits / |T|, of a user 2 hits / (N +
/// |T|).
///
/// Papers print the mean of the users' values, the value of the mean precision and the mean recall,
/// and that of all hits pooled under one name. ``F1Bound`` says how much is possible.
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
  static let namedSettings: Set<String> = ["step"]
  var at: Int?
  var of = Of.users
  var step: Int?

  init() {}

  static var fields: [Field<Self>] {
    [
      .cutoff,
      .choice(
        "of", \.of, "what the harmonic mean is of: each user's P and R, their means, or pooled"),
      .integer(
        "step", \.step, 1...Int(Int32.max),
        "of users with about N held-out items alone, N − step/2 ≤ |T| < N + step/2: users in"
          + " groups with a list length each; without it, of all"),
    ]
  }

  /// Of groups no rule knows whose P and R they are.
  var measure: Measure.Kind { of == .users || step != nil ? .share : .f1 }
  var isMeanOverUsers: Bool { of == .users }

  var definition: String { definition(hits: "hits") }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    group.isMixed && group.isCut(at: at ?? 0)
  }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let cutoff = at ?? 0
    return tally { $0.hitCount(at: cutoff) }
  }
}

extension F1 {
  /// The definition with other words for what is found.
  func definition(hits: String) -> String {
    let text =
      switch of {
      case .users: "macro, 2 \(hits) / (N + |T|)"
      case .means: "2 P R / (P + R) of the mean precision and recall over users"
      case .pooled: "2 total \(hits) / (N × users + total |T|)"
      }
    guard let step, let at else { return text }
    let half = Double(step) / 2
    return text + ", users with \(Double(at) - half) ≤ |T| < \(Double(at) + half)"
  }

  /// A running total in which a user's list finds so many held-out items.
  func tally(hits: @escaping (borrowing UserRanking) -> Double) -> any MetricTally {
    let cutoff = at ?? 0
    if of == .means { return MeansTally(f1: self, hits: hits) }
    return AverageTally(averaging: of == .users ? .macro : .micro) { ranking in
      guard counts(ranking) else { return Fraction(0, over: 0) }
      return Fraction(2 * hits(ranking), over: Double(cutoff) + Double(ranking.heldOutCount))
    }
  }

  /// Whether a user is one of those that are averaged over.
  private func counts(_ ranking: borrowing UserRanking) -> Bool {
    guard let step, let at else { return true }
    let twice = 2 * ranking.heldOutCount
    return twice >= 2 * at - step && twice < 2 * at + step
  }

  /// Adds up precision and recall; a user's own value is that of the user's own two.
  private struct MeansTally: MetricTally {
    let f1: F1
    let hits: (borrowing UserRanking) -> Double
    private var precision = 0.0
    private var recall = 0.0
    private var users = 0.0

    init(f1: F1, hits: @escaping (borrowing UserRanking) -> Double) {
      (self.f1, self.hits) = (f1, hits)
    }

    mutating func add(_ ranking: borrowing UserRanking) -> Double? {
      guard f1.counts(ranking) else { return .nan }
      let (hits, cutoff) = (hits(ranking), Double(f1.at ?? 0))
      precision += hits / cutoff
      recall += hits / Double(ranking.heldOutCount)
      users += 1
      return 2 * hits / (cutoff + Double(ranking.heldOutCount))
    }

    var value: Double {
      guard users > 0 else { return .nan }
      let (p, r) = (precision / users, recall / users)
      return p + r > 0 ? 2 * p * r / (p + r) : 0
    }
  }
}
