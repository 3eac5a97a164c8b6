import Basics

/// The figures that papers print in their table of data sets.
package struct DatasetCounts: Sendable, Equatable {
  /// Users with an interaction.
  package let users: Int
  /// Items with an interaction.
  package let items: Int
  /// Pairs of a user and an item.
  package let interactions: Int
  /// Events that repeat a pair which counts already.
  package let repeats: Int

  /// The share of pairs without an interaction, in percent: 100 (1 − interactions / (users ·
  /// items)).
  package var sparsity: Double {
    100 * (1 - Double(interactions) / (Double(users) * Double(items)))
  }

  /// Counts what the feedback rule keeps of a data set, a pair of several events once. Throws as
  /// `Feedback.select` does.
  package init(_ dataset: Dataset, feedback: Feedback) throws(Problem) {
    let kept = Interactions(
      users: dataset.users, items: dataset.items,
      pairs: try feedback.select(dataset).map { ($0.user, $0.item) })
    users = (0..<kept.users).count { !kept[$0].isEmpty }
    items = Set(kept.columns).count
    interactions = kept.count
    repeats = try SelectionCounts(dataset, feedback: feedback, interactions: kept.count).repeats
  }
}
