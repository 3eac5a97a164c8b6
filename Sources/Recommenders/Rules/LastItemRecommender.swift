import Basics
import Datasets
import Engine

/// A recommender with rules from item to item, scored from a user's last items.
///
/// `v(u, j) = Σ_m a_m w(l_m, j)`: `l_1` is the last item of the user's sequence, `l_2` the one before
/// it, `a_m` the weights of `lastWeights`, and `w(i, j)` that of the rule from i to j, in single
/// precision, 0 where there is none. No rule leads from an item to itself. Items are ordered by v,
/// and those of `v = 0` by popularity: see ``PopularityBackOff`` for the scores.
///
/// With `heldBack` n, the rules and popularity are counted in the sequences without the last n steps
/// of each user, while `l_1` stays the last item of all: so a system that was counted on training
/// data alone is scored from the item held out for validation.
protocol LastItemRecommender: Recommender {
  /// Whole sequences, what is held back included.
  var sequences: Sequences { get }
  var lastWeights: [Double] { get }
  /// The rules from each item to others, [items, items].
  var rules: SparseRows { get set }
  var backOff: PopularityBackOff { get set }
}

extension LastItemRecommender {
  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: scores.items) { values in
      for (row, user) in users.enumerated() {
        values.initialize(repeating: 0)
        for (item, weight) in zip(sequences[user].reversed(), lastWeights) {
          for place in rules[Int(item)] {
            values[Int(rules.indices[place])] += weight * Double(rules.values[place])
          }
        }
        backOff.write(values, into: scores[row])
      }
    }
  }

  package var state: State {
    get throws(StateError) { try State(joining: rules.state, backOff.state) }
  }

  package func restore(_ state: State) throws {
    var backOff = self.backOff
    try backOff.restore(state)
    try rules.restore(state)
    self.backOff = backOff
  }

  package var parameterCount: Int { rules.count + backOff.count }
}

extension Estimate {
  /// What a `LastItemRecommender` takes, of so many paths between items.
  static func lastItem(_ options: LastItemOptions, paths: Double, _ sizes: RankingSizes) -> Estimate
  {
    var estimate = Estimate()
    let most = min(Double(options.ties.kept(of: options.most)), sizes.items)
    estimate.add(
      links: Int(min(most, 1e9)), of: sizes.items, paths: paths, entries: sizes.interactions)
    estimate.add(parameters: sizes.items, .none)
    estimate.held += 8 * sizes.interactions + 12 * sizes.items
    estimate.whileMade += 40 * sizes.interactions
    estimate.making += .sort(2 * sizes.interactions, of: sizes.perUser)
    let ruled = min(most, paths / max(1, sizes.items))
    estimate.one =
      Work(steps: 3 * sizes.items + 2 * ruled * Double(options.lastWeights.count))
      + .sort(ruled, of: ruled)
    return estimate
  }
}
