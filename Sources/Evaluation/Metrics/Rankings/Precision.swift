import Basics

/// Precision@N: the share of the N recommended items that were held out,
/// hits / N per user (pooled: UR-GAN, eq. 16).
///
/// The denominator is N also for a user with fewer than N candidates, so macro and micro coincide.
struct Precision: PerUserMetric {
  static let name = "precision"
  static let heading = "P"
  static let summary = "share of the N recommended items that were held out, 0 to 1"
  var at: Int?
  var averaging = Averaging.macro

  init() {}

  static var fields: [Field<Self>] {
    [.cutoff, .averaging(\.averaging)]
  }

  var measure: Measure.Kind { averaging == .allUsers ? .share : .precision }

  var definition: String {
    switch averaging {
    case .macro, .allUsers: "\(averaging.means), hits / N"
    case .micro: "micro, total hits / (N × users)"
    }
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    group.isMixed && group.isCut(at: at ?? 0)
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    let cutoff = at ?? 0
    return Fraction(ranking.hitCount(at: cutoff), over: Double(cutoff))
  }
}
