import Basics
import Datasets
import Engine

/// Association rules (Agrawal, Imieliński & Swami, SIGMOD 1993; for top-N, Sarwar et al., EC 2000).
///
/// A rule `X → y` says that users who have all of X have y. It is there where enough of them do,
/// see ``AssociationRuleOptions``. What speaks for an item y to a user u is
/// `v(u, y) = max_{X ⊆ I_u} strength(X → y)`, or the sum, the strengths in single precision. By it
/// items are ordered, and items for which there is no rule come after all others: see
/// ``PopularityBackOff`` for the scores.
package final class AssociationRules: Recommender {
  package typealias Options = AssociationRuleOptions

  package static let name = "association-rules"
  package static let summary = "what users have who have the same sets of items"
  package static let source =
    "Agrawal, Imieliński, Swami, SIGMOD 1993; Agrawal, Srikant, VLDB 1994; Han, Pei, Yin, SIGMOD 2000"

  private let interactions: Interactions
  private let combination: RuleCombination
  private var rules: RuleTree
  private var backOff: PopularityBackOff

  /// Throws `Problem.data` where no set can be frequent, and `Problem.run` where too many are.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    try Self.check(options, data: data)
    interactions = data.interactions
    combination = options.combination
    backOff = PopularityBackOff(data.interactions.columns, of: data.interactions.items)
    let sets = try options.search(among: Self.users(data), for: Self.name)
      .sets(of: data.interactions, by: options.algorithm)
    rules = RuleTree(sets, by: options.strength, minimumConfidence: options.minimumConfidence)
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    let users = users(data)
    guard options.minimumCount(among: users) > max(1, users) else { return }
    throw .data(
      "\(name): minimumSupport asks for \(Int(options.minimumSupport)) users, and \(users) have"
        + " anything, so that no set is frequent; give \(users) at most")
  }

  /// How many users have anything.
  private static func users(_ data: TrainingData) -> Int {
    (0..<data.interactions.users).count { !data.interactions[$0].isEmpty }
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: scores.items) { values in
      for (row, user) in users.enumerated() {
        values.initialize(repeating: 0)
        rules.visitRules(within: interactions[user]) { places in
          for place in places {
            let (item, strength) = (Int(rules.consequents[place]), Double(rules.strengths[place]))
            values[item] =
              combination == .sum ? values[item] + strength : max(values[item], strength)
          }
        }
        backOff.write(values, into: scores[row])
      }
    }
  }

  private static let group = "parameters/rules/strengths"

  package var state: State {
    get throws(StateError) {
      try State(
        joining: State(tensors: [
          Self.group: State.Array(shape: [rules.count], values: rules.strengths)
        ]), backOff.state)
    }
  }

  package func restore(_ state: State) throws {
    let strengths = try state.tensor(named: Self.group, shape: [rules.count])
    try backOff.restore(state)
    rules.strengths = strengths
  }

  package var parameterCount: Int { rules.count + backOff.count }
}

extension AssociationRules {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let support = Double(options.minimumCount(among: Int(min(sizes.users, 1e15))))
    // Of k items, a user has at most so many sets, and each frequent one takes that many users, or
    // more: on ml-100k there are a third as many pairs with 9 users and a quarter with 19.
    let singles = min(sizes.items, sizes.interactions / support)
    var (sets, ofUsers, rules) = (singles, sizes.interactions, 0.0)
    for size in 2...options.longest {
      ofUsers *= sizes.itemPaths / max(1, sizes.interactions) / Double(size)
      let more = min(0.3 * ofUsers / support, max(0, Double(options.mostSets) - sets))
      sets += more
      rules += more * Double(size)
    }
    var estimate = Estimate()
    estimate.add(parameters: rules + sizes.items, .none)
    estimate.held += 4 * rules + 20 * sets + 4 * sizes.items
    estimate.whileMade = 40 * sets + 12 * rules + 24 * sizes.interactions
    estimate.name(60 * sets, "\(whole(sets)) frequent sets")
    estimate.making += Work(steps: 3 * sizes.itemPaths + 100 * sets)
    estimate.making += .sort(sets, of: sets) + .sort(rules, of: rules)
    let visited = sizes.perUser * rules / max(1, singles)
    let ruled = min(singles, visited)
    estimate.one = Work(steps: 3 * sizes.items + 2 * visited) + .sort(ruled, of: ruled)
    return estimate
  }
}
