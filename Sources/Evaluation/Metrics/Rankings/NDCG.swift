import Basics

/// NDCG@N: DCG / IDCG with discount 1 / log₂(rank + 1) (Järvelin & Kekäläinen 2002) and, unless its
/// rating counts, gain 1 for a held-out item, so that 2^rel − 1 gives the same.
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
  static let namedSettings: Set<String> = ["gain"]
  var at: Int?
  var gain = Gain.one
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
      .choice("gain", \.gain, "worth of a held-out item: one, its rating, or 2^rating - 1")
        .omittedByDefault(),
      .number("base", \.base, 1.1...100, "b of the discount 1 / log_b(rank + offset), at most 1"),
      .integer("offset", \.offset, 0...100, "what is added to a rank in its logarithm"),
      .averaging(\.averaging), .among(\.among),
    ]
  }

  /// An ideal list of ratings is that of held-out items.
  func check(_ json: JSON) throws(Problem) {
    guard gain != .one, ideal == .full || ideal == .list else { return }
    throw (json["ideal"] ?? json).problem(
      "the ideal \"\(ideal.rawValue)\" is not used beside a gain by ratings; expected truncated or"
        + " uncut")
  }

  var graded: Gain? { gain == .one ? nil : gain }

  /// No law of the audit knows another gain, another discount, or another mean.
  var measure: Measure.Kind {
    gain == .one && base == 2 && offset == 1 && averaging == .macro && ideal != .list
      ? .ndcg : .share
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
    return "\(averaging.means), \(gain.text), \(discount), IDCG over \(hits)" + sampling
  }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    // One table for all users: a logarithm per hit would cost more than the rest of the metric.
    let discount = discount(longest: ideal == .uncut ? catalogue.itemCount : nil)
    return AverageTally(averaging: averaging, users: catalogue.userCount) { worth($0, discount) }
  }

  func canChange(by group: TieGroup, after hits: Int) -> Bool {
    let cutoff = at ?? 0
    let places = group.places(within: cutoff)
    guard graded.map(group.isMixed) ?? group.isMixed, places > 0 else { return false }
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
    if gain != .one { return gradedWorth(ranking, discount) }
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

extension NDCG {
  /// Of a user whose held-out items are worth nothing it is 0, as programs of TREC have it.
  private func gradedWorth(_ ranking: borrowing UserRanking, _ discount: Discount) -> Fraction {
    let gains = ranking.ratings.map { gain($0) }.sorted(by: >)
    let best = discount.gain(of: ideal == .uncut ? gains : Array(gains.prefix(at ?? 0)))
    guard best > 0 else { return Fraction(0, over: averaging == .micro ? 0 : 1) }
    if let groups = ranking.gradedGroups {
      let expected = groups.reduce(0) { sum, group in
        let mean = group.ratings.reduce(0) { $0 + gain($1) } / Double(group.size)
        let places = group.places(within: at ?? 0)
        return places == 0 ? sum : sum + mean * discount.gainOfPlaces(places, group)
      }
      return Fraction(expected, over: best)
    }
    let reached = zip(ranking.hits, ranking.hitRatings).reduce(0) { sum, hit in
      sum + gain(hit.1) * discount.gain([hit.0])
    }
    return Fraction(reached, over: best)
  }
}
