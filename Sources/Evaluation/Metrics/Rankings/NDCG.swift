import Basics

/// NDCG@N: DCG / IDCG with gain 1 for a held-out item, so 2^rel − 1 gives the same, and discount 1
/// / log₂(rank + 1) (Järvelin & Kekäläinen 2002).
///
/// Papers print one name for what differs in the ideal list, in the logarithm, and in who is
/// averaged over: each is a setting.
struct NDCG: PerUserMetric {
  /// The list that DCG is compared with.
  enum Ideal: String, CaseIterable, Sendable {
    /// min(|T|, N) hits on top: 1 can be reached by every user.
    case truncated
    /// N hits, however few items the user has, who then cannot reach 1.
    case full
    /// |T| hits, however short the list is: a user with more than N cannot reach 1.
    case uncut
    /// The list's own hits, moved to the top: it measures their order alone. 0 without a hit.
    case list
  }

  static let name = "ndcg"
  static let heading = "NDCG"
  static let summary = "discounted gain of the N recommended over the ideal list's, 0 to 1"
  /// The discount 1 / max(1, log2 rank) of Järvelin & Kekäläinen.
  static let otherDefinitions: [String: [JSON]] = ["offset": [.integer(0)]]
  var at: Int?
  var ideal = Ideal.truncated
  /// b of the discount 1 / log_b(rank + o).
  var base = 2.0
  /// o of the discount 1 / log_b(rank + o).
  var offset = 1
  var averaging = Averaging.macro
  var among: Int?

  init() {}

  static var fields: [Field<Self>] {
    [
      .cutoff,
      .choice(
        "ideal", \.ideal,
        "hits of the ideal list: truncated is min(|T|, N), full is N, uncut is |T|, list is the list's own"
      ),
      .number("base", \.base, 1.1...100, "b of the discount 1 / log_b(rank + offset), at most 1"),
      .integer("offset", \.offset, 0...100, "what is added to a rank in its logarithm"),
      .averaging(\.averaging), .among(\.among),
    ]
  }

  /// No law of the audit knows another discount, or another mean.
  var measure: Measure.Kind {
    base == 2 && offset == 1 && averaging == .macro && ideal != .list ? .ndcg : .share
  }

  var definition: String {
    let discount =
      base == 2 && offset == 1
      ? "discount 1 / log2(rank + 1)"
      : "discount 1 / max(1, log(rank + \(offset)) / log \(JSON.text(of: base)))"
    let hits =
      switch ideal {
      case .truncated: "min(|T|, N)"
      case .full: "N"
      case .uncut: "|T|"
      case .list: "the list's own hits"
      }
    return "\(averaging.means), gain 1, \(discount), IDCG over \(hits)" + sampling
  }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    // One table for all users: a logarithm per hit would cost more than the rest of the metric.
    let discount = discount(longest: ideal == .uncut ? catalogue.itemCount : nil)
    return AverageTally(averaging: averaging, users: catalogue.userCount) { worth($0, discount) }
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    let cutoff = at ?? 0
    let places = group.places(within: cutoff)
    guard group.isMixed, places > 0 else { return false }
    // After nothing but hits, one more or one less is in the best order either way.
    if ideal == .list, places == 1, hits > 0, hits == group.first - 1 { return false }
    return group.isCut(at: cutoff)
      || Discount.value(group.first, base, offset) != Discount.value(group.last, base, offset)
  }

  func worth(_ ranking: borrowing UserRanking) -> Fraction {
    worth(ranking, discount(longest: ideal == .uncut ? ranking.heldOutCount : nil))
  }

  private func discount(longest: Int?) -> Discount {
    Discount(depth: at ?? 0, base: base, offset: offset, longest: longest)
  }

  private func worth(_ ranking: borrowing UserRanking, _ discount: Discount) -> Fraction {
    if ideal == .list { return Fraction(orderOfHits(ranking, discount), over: 1) }
    let best =
      switch ideal {
      case .uncut: discount.uncutGain(ranking.heldOutCount)
      case .full: discount.idealGain(at ?? 0)
      case .truncated, .list: discount.idealGain(ranking.heldOutCount)
      }
    return Fraction(
      ranking.openGroups.map(discount.gain) ?? discount.gain(ranking.hits), over: best)
  }

  /// DCG over that of the list's own hits on top, or the mean of it over orders of equal
  /// candidates.
  private func orderOfHits(_ ranking: borrowing UserRanking, _ discount: Discount) -> Double {
    let cutoff = at ?? 0
    guard let groups = ranking.openGroups else {
      let hits = ranking.hits.count { $0 <= cutoff }
      return hits == 0 ? 0 : discount.gain(ranking.hits) / discount.idealGain(hits)
    }
    // Only the group in which the list ends leaves open how many hits there are.
    let whole = groups.filter { $0.last <= cutoff }
    let (hits, gain) = (whole.reduce(0) { $0 + $1.heldOut }, discount.gain(whole))
    guard let cut = groups.first(where: { $0.isCut(at: cutoff) }) else {
      return hits == 0 ? 0 : gain / discount.idealGain(hits)
    }
    let places = cut.places(within: cutoff)
    let each = discount.gainOfPlaces(places, cut) / Double(places)
    return (0...min(cut.heldOut, places)).reduce(0) { sum, more in
      hits + more == 0
        ? sum
        : sum + cut.chance(of: more, within: cutoff)
          * (gain + Double(more) * each) / discount.idealGain(hits + more)
    }
  }
}
