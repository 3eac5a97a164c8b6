import Basics

/// Recall@N: the share of the held-out items T that are among the N recommended,
/// hits / |T| per user (pooled: UR-GAN, eq. 17; the hit ratio of the NCF paper counts the same).
struct Recall: PerUserMetric {
  /// What the hits are divided by.
  enum Denominator: String, CaseIterable, Sendable {
    /// |T|: 1 cannot be reached by a user with more than N held-out items.
    case heldOut = "held-out"
    /// min(|T|, N): the most hits that a list of N can have.
    case truncated
  }

  static let name = "recall"
  static let heading = "R"
  static let summary = "share of the held-out items that are among the N recommended, 0 to 1"
  var at: Int?
  var averaging = Averaging.macro
  var over = Denominator.heldOut

  init() {}

  static var fields: [Field<Self>] {
    [
      .cutoff, .averaging(\.averaging),
      .choice("over", \.over, "denominator: held-out is |T|, truncated is min(|T|, N)"),
    ]
  }

  var measure: Measure.Kind {
    over == .heldOut && averaging != .allUsers ? .recall : .share
  }

  var definition: String {
    let reach = over == .heldOut ? "|T|" : "min(|T|, N)"
    switch averaging {
    case .macro, .allUsers: return "\(averaging.means), hits / \(reach)"
    case .micro: return "micro, total hits / total \(reach)"
    }
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    group.isMixed && group.isCut(at: at ?? 0)
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    let cutoff = at ?? 0
    let reach = over == .heldOut ? ranking.heldOutCount : min(ranking.heldOutCount, cutoff)
    return Fraction(ranking.hitCount(at: cutoff), over: Double(reach))
  }
}
