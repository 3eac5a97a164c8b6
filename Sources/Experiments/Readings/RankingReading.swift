import Basics
import Datasets
import Evaluation
import Results

/// One reading of how items are ranked: which of them, what is looked for, and how equal scores are
/// ordered.
struct RankingReading: Sendable {
  let choices: [ReadingChoice]
  var ties: TieOrder
  var candidates: CandidateSettings
  /// Whether hits are counted on what was learned from.
  var looksForLearned = false

  /// What is stated, and each other reading alone.
  static func all(ties: TieOrder, candidates: CandidateSettings) -> [RankingReading] {
    let stated = RankingReading(choices: [], ties: ties, candidates: candidates)
    let orders = TieOrder.allCases.filter { $0 != ties && $0 != .seeded }
    var readings = [stated]
    func add(
      _ axis: String, _ option: String, among count: Int = 1,
      _ change: (inout RankingReading) -> Void
    ) {
      var reading = RankingReading(
        choices: [ReadingChoice(axis, option, among: count)], ties: ties, candidates: candidates)
      change(&reading)
      readings.append(reading)
    }
    for order in orders { add("ties", order.rawValue, among: orders.count) { $0.ties = order } }
    if candidates.masked != .nothing {
      add("candidates", "training items too", among: 2) { $0.candidates.masked = .nothing }
    }
    if candidates.items == .all {
      add("candidates", "held-out items alone", among: 2) { $0.candidates.items = .heldOut }
    }
    add("hits", "on training items") { $0.looksForLearned = true }
    return readings
  }

  /// The evaluation of a split under this reading. Throws as its making does.
  func evaluator(
    _ split: Split, of dataset: Dataset, _ metrics: [Metric], seed: Int
  ) throws -> Evaluator {
    guard looksForLearned else {
      return try RankingParts(dataset: dataset, split: split).evaluator(
        of: metrics, candidates, for: .reporting, ties: ties, seed: UInt64(seed))
    }
    let learned = split.learned(for: .reporting)
    return try Evaluator(
      metrics: metrics, masked: Interactions(users: learned.users, items: learned.items),
      heldOut: learned,
      catalogue: Catalogue(seen: learned, features: dataset.itemFeatures),
      ratings: HeldOutRatings(of: learned, events: split.trainAndValidationPart.events),
      userIDs: dataset.userIDs,
      ties: ties, seed: UInt64(seed))
  }
}
