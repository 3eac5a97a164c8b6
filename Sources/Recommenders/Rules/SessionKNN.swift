import Basics
import Datasets

/// Session neighbourhoods, SKNN (Jannach & Ludewig, RecSys 2017; Ludewig & Jannach 2018): a user is
/// a session, and his neighbours are sought among the latest ones.
///
/// `s(u, i) = Σ_{v ∈ N_k(u) : i ∈ I_v} |I_u ∩ I_v| / √(|I_u| |I_v|)`. Of the users who share an item
/// with u, the `sampleSize` whose last interactions are the latest are looked at, of equal ones those
/// of lower index, and `N_k(u)` are the k most similar of these. With `heldBack` n, `I_v` of another
/// user v lacks the last n steps; `I_u` has all.
///
/// Departures from session-rec: the denominator of the cosine is the root of the product (there it
/// is `√|I_u| · √|I_v|` written without the bracket that makes it one), a user whose session is
/// later than u's may be a neighbour, and one may not be one's own.
package final class SessionKNN: UserLinkRecommender {
  package struct Options: Settings {
    package var neighbours = 100
    package var sampleSize: Int? = 1000
    package var heldBack = 0
    package var ties = NeighbourTies.id

    package init() {}

    package static let fields: [Field<Options>] = [
      .integer("neighbours", \.neighbours, 1...1_000_000, "k, how many of the most similar count"),
      .integer(
        "sampleSize", \.sampleSize, 1...1_000_000_000,
        "how many of the latest users who share an item are looked at; null: all"),
      .heldBack(\.heldBack),
      .neighbourTies(\.ties),
    ]

    /// Whether the order of time plays a part.
    fileprivate var needsTimes: Bool { sampleSize != nil || heldBack > 0 }
  }

  package static let name = "session-knn"
  package static let summary = "what the latest users have who share the user's items"
  package static let source = "Jannach, Ludewig, RecSys 2017; Ludewig, Jannach, UMUAI 2018"

  let interactions: Interactions
  var neighbours: SparseRows
  let ties: NeighbourTies

  /// Throws `Problem.data` where a time is unknown that is asked for.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    try Self.check(options, data: data)
    let (own, users) = (data.interactions, data.interactions.users)
    interactions =
      options.heldBack == 0
      ? own
      : try data.sequences(for: Self.name).withoutLast(options.heldBack)
        .interactions(items: own.items)
    ties = options.ties
    let (counted, owners) = (interactions, interactions.transposed())
    let ages = options.sampleSize == nil ? [] : Self.ages(data)
    var sharing: [Int] = []
    neighbours = SparseRows(
      order: users, most: options.neighbours, ties: options.ties,
      sum: { user, sums in
        for other in sums.indices { sums[other] = 0 }
        for item in own[user] {
          for owner in owners[Int(item)] { sums[Int(owner)] += 1 }
        }
        guard let size = options.sampleSize else { return }
        sums[user] = 0
        sharing.removeAll(keepingCapacity: true)
        for other in 0..<users where sums[other] > 0 { sharing.append(other) }
        guard sharing.count > size else { return }
        sharing.sort { ages[$0] < ages[$1] }
        for other in sharing[size...] { sums[other] = 0 }
      },
      weigh: { user, other, common in
        common / (Double(own[user].count) * Double(counted[other].count)).squareRoot()
      })
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    if options.needsTimes { _ = try data.sequences(for: name) }
  }

  /// The place of each user when the one whose last interaction is the latest is the first.
  private static func ages(_ data: TrainingData) -> [Int32] {
    let times = data.lastTimes()
    let order = times.indices.sorted { (times[$1], $0) < (times[$0], $1) }
    var ages = [Int32](repeating: 0, count: times.count)
    for (place, user) in order.enumerated() { ages[user] = Int32(place) }
    return ages
  }
}

extension SessionKNN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let most = options.ties.kept(of: options.neighbours)
    var estimate = Estimate()
    estimate.add(
      links: most, of: sizes.users, paths: sizes.userPaths, entries: sizes.interactions)
    if options.sampleSize != nil {
      estimate.making += .sort(min(sizes.userPaths, sizes.users * sizes.users), of: sizes.users)
    }
    if options.heldBack > 0 {
      estimate.held += 4 * sizes.interactions
      estimate.whileMade += 40 * sizes.interactions
    }
    estimate.one = Work(
      steps: 0.4 * sizes.items + min(Double(most), sizes.users) * sizes.perUser)
    return estimate
  }
}
