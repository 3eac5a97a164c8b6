import Basics
import Datasets

/// Sequential rules, SR (Kamehkhosh, Jannach & Ludewig 2017; Ludewig & Jannach 2018): what came
/// within a few steps after an item.
///
/// `w(i, j) = Σ f(d)` over all places of all sequences where j comes d ≤ `steps` steps after i, f by
/// `decay`. One step and the last item alone are the counts of a first-order Markov chain. See
/// ``LastItemRecommender`` for the scores.
///
/// Departures from session-rec: the sequence of a user is one session, rules from an item to itself
/// are left out, the decays `log` and `same` are not there (`none` is the latter), and the default is
/// all rules instead of the 20 strongest.
package final class SequentialRules: LastItemRecommender {
  package struct Options: Settings {
    package var last = LastItemOptions()
    package var steps = 10
    package var decay = StepDecay.reciprocal

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .integer("steps", \.steps, 1...1000, "how many steps apart two items may be"),
        .choice("decay", \.decay, "what a rule over d steps weighs"),
      ] + Field.embedded(LastItemOptions.fields, at: \.last)
  }

  package static let name = "sequential-rules"
  package static let summary = "what came soon after a user's last items"
  package static let source =
    "Kamehkhosh, Jannach, Ludewig, RecTemp 2017; Ludewig, Jannach, UMUAI 2018"

  let sequences: Sequences
  let lastWeights: [Double]
  var rules: SparseRows
  var backOff: PopularityBackOff

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    sequences = try data.sequences(for: Self.name)
    lastWeights = options.last.lastWeights
    let counted = sequences.withoutLast(options.last.heldBack)
    let items = data.interactions.items
    backOff = PopularityBackOff(counted.items, of: items)
    let followers = StepSums(
      counted, items: items, weights: options.decay.weights(steps: options.steps))
    rules = SparseRows(
      order: items, most: options.last.most, ties: options.last.ties,
      sum: { followers.write($0, to: &$1) }, weigh: { _, _, sum in sum })
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.sequences(for: name)
  }
}

extension SequentialRules {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .lastItem(
      options.last, paths: sizes.interactions * min(Double(options.steps), sizes.mostOfUser),
      sizes)
  }
}
