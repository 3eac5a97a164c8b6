import Basics
import Datasets
import Engine

/// What followed a user's last item in other users' sequences: a first-order Markov chain
/// (Shani, Heckerman & Brafman 2005), backed off to popularity.
///
/// `s(j | i) = (n_ij + κ p_j) / (n_i + κ)`: `n_ij` counts how often j came right after i in the
/// training sequences, `n_i = Σ_j n_ij`, and `p_j` is j's share of all training interactions, the
/// Dirichlet prior of MacKay & Peto (1995) with κ for its weight. Without training items: `p_j`.
/// While κ is at most 1, items are in the order of `n_ij`, equal ones in that of popularity.
///
/// With `heldBack` n, counts and popularity are of the sequences without the last n steps of each
/// user, while i stays the last item of all.
package final class MarkovChain: Recommender {
  package struct Options: Settings {
    package var backOff = 1.0
    package var heldBack = 0
    package init() {}
    package static let fields: [Field<Options>] = [
      .number(
        "backOff", \.backOff, Double.leastNonzeroMagnitude...1e9,
        "κ, how many transitions popularity weighs as much as"),
      .heldBack(\.heldBack),
    ]
  }

  package static let name = "markov-chain"
  package static let summary = "what came next after a user's last item, backed off to popularity"
  package static let source =
    "Shani, Heckerman, Brafman, JMLR 2005; smoothing of MacKay, Peto, NLE 1995"

  private let backOff: Float
  /// Each user's last item.
  private let lastItems: [Int32?]
  /// Where each item's followers start in `followers`, those ascending.
  private let starts: [Int]
  private let followers: [Int32]
  private var counts: [Float]
  private var popularity: [Float]

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    backOff = Float(options.backOff)
    let whole = try data.sequences(for: Self.name)
    lastItems = (0..<whole.users).map { whole[$0].last }
    let sequences = whole.withoutLast(options.heldBack)
    let items = data.interactions.items
    popularity = [Float](repeating: 0, count: items)
    for item in sequences.items { popularity[Int(item)] += 1 / Float(sequences.items.count) }

    var pairs: [(first: Int32, second: Int32)] = []
    for user in 0..<sequences.users {
      pairs += zip(sequences[user], sequences[user].dropFirst()).map { ($0, $1) }
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    var (starts, followers, counts) = ([0], [Int32](), [Float]())
    for (place, pair) in pairs.enumerated() {
      if place > 0, pair == pairs[place - 1] {
        counts[counts.count - 1] += 1
        continue
      }
      while starts.count <= Int(pair.first) { starts.append(followers.count) }
      followers.append(pair.second)
      counts.append(1)
    }
    while starts.count <= items { starts.append(followers.count) }
    (self.starts, self.followers, self.counts) = (starts, followers, counts)
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.sequences(for: name)
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    for (row, user) in users.enumerated() {
      let places = lastItems[user].map { starts[Int($0)]..<starts[Int($0) + 1] } ?? 0..<0
      let share = 1 / (places.reduce(backOff) { $0 + counts[$1] })
      let own = scores[row]
      for item in popularity.indices { own[item] = share * backOff * popularity[item] }
      for place in places { own[Int(followers[place])] += share * counts[place] }
    }
  }

  package var state: State {
    State(tensors: [
      "parameters/items/popularity": State.Array(shape: [popularity.count], values: popularity),
      "parameters/transitions/counts": State.Array(shape: [counts.count], values: counts),
    ])
  }

  package func restore(_ state: State) throws {
    let popularity = try state.tensor(
      named: "parameters/items/popularity", shape: [popularity.count])
    counts = try state.tensor(named: "parameters/transitions/counts", shape: [counts.count])
    self.popularity = popularity
  }

  package var parameterCount: Int { popularity.count + counts.count }
}

extension MarkovChain {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    var estimate = Estimate()
    estimate.add(parameters: sizes.items + sizes.interactions, .none)
    estimate.held += 16 * sizes.interactions
    estimate.whileMade = 24 * sizes.interactions
    estimate.making += .sort(2 * sizes.interactions, of: sizes.interactions)
    estimate.one = Work(steps: 1.2 * sizes.items)
    return estimate
  }
}
