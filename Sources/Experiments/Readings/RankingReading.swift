import Datasets
import Evaluation
import Results

/// One reading of how items are ranked: what is left out of a list, what is looked for, and how
/// equal scores are ordered.
struct RankingReading: Sendable {
  let choices: [ReadingChoice]
  let ties: TieOrder
  /// What is never in a user's list.
  let masksLearned: Bool
  /// Whether hits are counted on what was learned from.
  let looksForLearned: Bool

  /// What is stated, and each other reading alone.
  static func all(stated: TieOrder) -> [RankingReading] {
    let orders = TieOrder.allCases.filter { $0 != stated && $0 != .seeded }
    return [RankingReading(choices: [], ties: stated, masksLearned: true, looksForLearned: false)]
      + orders.map {
        RankingReading(
          choices: [ReadingChoice("ties", $0.rawValue, among: orders.count)], ties: $0,
          masksLearned: true, looksForLearned: false)
      } + [
        RankingReading(
          choices: [ReadingChoice("candidates", "training items too", among: 1)], ties: stated,
          masksLearned: false, looksForLearned: false),
        RankingReading(
          choices: [ReadingChoice("hits", "on training items", among: 1)], ties: stated,
          masksLearned: false, looksForLearned: true),
      ]
  }

  /// The evaluation of a split under this reading. Throws as its making does.
  func evaluator(
    _ split: Split, of dataset: Dataset, _ metrics: [Metric], seed: Int
  ) throws -> Evaluator {
    let learned = split.learned(for: .reporting)
    return try Evaluator(
      metrics: metrics,
      masked: masksLearned ? learned : Interactions(users: learned.users, items: learned.items),
      heldOut: looksForLearned ? learned : split.heldOut(for: .reporting),
      catalogue: Catalogue(seen: learned, features: dataset.itemFeatures), userIDs: dataset.userIDs,
      ties: ties, seed: UInt64(seed))
  }
}
