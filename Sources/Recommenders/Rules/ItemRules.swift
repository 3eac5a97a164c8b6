import Basics
import Datasets

/// Association rules of size two, AR (Ludewig & Jannach 2018): what users have who have the last
/// item.
///
/// `w(i, j)` is the number of users who have both i and j. See ``LastItemRecommender`` for the
/// scores.
///
/// Departures from session-rec: what a user has is one session, an item that he met twice counts
/// once, and the default is all rules instead of the 20 strongest of each item.
package final class ItemRules: LastItemRecommender {
  package typealias Options = LastItemOptions

  package static let name = "item-rules"
  package static let summary = "what users have who have a user's last items"
  package static let source = "Ludewig, Jannach, UMUAI 2018"

  let sequences: Sequences
  let lastWeights: [Double]
  var rules: SparseRows
  var backOff: PopularityBackOff

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    sequences = try data.sequences(for: Self.name)
    lastWeights = options.lastWeights
    let items = data.interactions.items
    let counted = sequences.withoutLast(options.heldBack)
    backOff = PopularityBackOff(counted.items, of: items)
    rules = SparseRows(
      linking: TwoStepPaths(counted.interactions(items: items).transposed()), most: options.most,
      ties: options.ties
    ) { _, _, both in both }
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.sequences(for: name)
  }
}

extension ItemRules {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .lastItem(options, paths: sizes.itemPaths, sizes)
  }
}
