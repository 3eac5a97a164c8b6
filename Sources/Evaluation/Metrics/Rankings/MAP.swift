import Basics

/// MAP: the mean over users of average precision, Σ over the hits of (hits so far / rank), divided
/// by the number of hits there could be.
///
/// With a cut-off only hits within N count. What the sum is divided by differs between papers
/// and libraries, hence `over`; without a cut-off the two are the same.
struct MAP: PerUserMetric {
  static let name = "map"
  static let heading = "MAP"
  static let summary = "mean over users of average precision, 0 to 1"
  var at: Int?
  var over = Recall.Denominator.truncated
  var averaging = Averaging.macro

  init() {}

  static var fields: [Field<Self>] {
    [
      .optionalCutoff,
      .choice("over", \.over, "denominator: held-out is |T|, truncated is min(|T|, N)"),
      .averaging(\.averaging),
    ]
  }

  var ranksNeeded: RanksNeeded { at == nil ? .all : .none }

  var measure: Measure.Kind { .share }

  var definition: String {
    guard at != nil else {
      return "\(averaging.means), sum of precision at each held-out item / |T|, whole ranking"
    }
    return "\(averaging.means), sum of precision at each hit within N / "
      + (over == .heldOut ? "|T|" : "min(|T|, N)")
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    group.isMixed && group.first <= at ?? .max
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    guard let cutoff = at else {
      return Fraction(
        ranking.openRankGroups.map { precisions($0, upTo: .max) }
          ?? precisions(ranking.ranks, upTo: .max), over: Double(ranking.heldOutCount))
    }
    let reach = over == .heldOut ? ranking.heldOutCount : min(ranking.heldOutCount, cutoff)
    return Fraction(
      ranking.openGroups.map { precisions($0, upTo: cutoff) }
        ?? precisions(ranking.hits, upTo: cutoff), over: Double(reach))
  }

  private func precisions(_ groups: [TieGroup], upTo cutoff: Int) -> Double {
    var (sum, hits) = (0.0, 0)
    for group in groups {
      sum += group.precisions(after: hits, within: cutoff)
      hits += group.heldOut
    }
    return sum
  }

  private func precisions(_ ranks: [Int], upTo cutoff: Int) -> Double {
    var sum = 0.0
    var hits = 0
    for rank in ranks where rank <= cutoff {
      hits += 1
      sum += Double(hits) / Double(rank)
    }
    return sum
  }
}
