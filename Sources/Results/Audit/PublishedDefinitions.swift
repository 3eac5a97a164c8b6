import Basics

/// How a paper says it computed a table, where it says so. What is not declared is not held against
/// it: a rule then finds only what no usual definition allows.
package struct PublishedDefinitions: Settings, Equatable {
  /// How users are put together.
  package enum Averaging: String, CaseIterable, Sendable {
    /// The mean of the users' values.
    case macro
    /// The users' hits over the users' denominators: pooled.
    case micro
  }

  /// The list that DCG is compared with.
  package enum Ideal: String, CaseIterable, Sendable {
    /// min(|T|, N) hits on top.
    case truncated
    /// N hits, however few items the user has.
    case full
    /// All |T| hits, although the list ends at N.
    case uncut
  }

  /// What counts of MRR@N when the first hit comes after N.
  package enum FirstHit: String, CaseIterable, Sendable {
    /// 0.
    case cut
    /// 1 / rank all the same.
    case whole
  }

  /// What the numbers were measured on; nil: the spec's own data set.
  package var dataset: String?
  /// How P@N and R@N put users together.
  package var averaging: Averaging?
  /// The ideal list of NDCG.
  package var ideal: Ideal?
  /// What counts of MRR@N beyond N.
  package var firstHit: FirstHit?
  /// Users that were tested.
  package var testUsers: Int?
  /// Held-out items of all tested users together.
  package var testItems: Int?
  /// The share of positives among the labelled examples.
  package var baseRate: Double?
  /// Over how many lengths of lists an F1 without a length is the mean.
  package var lengths: Int?

  package init() {}

  /// The keys of a table's `definitions`.
  package static let fields: [Field<PublishedDefinitions>] = [
    .text("dataset", \.dataset, "what was measured on; null: the spec's data set"),
    .choice(
      "averaging", \.averaging, "how P@N and R@N put users together: macro is a mean, micro pools"),
    .choice(
      "ideal", \.ideal,
      "hits of NDCG's ideal list: truncated is min(|T|, N), full is N, uncut is |T|"),
    .choice("firstHit", \.firstHit, "MRR@N of a first hit after N: cut is 0, whole is 1 / rank"),
    .integer("testUsers", \.testUsers, 1...Int(Int32.max), "users that were tested"),
    .integer("testItems", \.testItems, 1...Int(Int32.max), "held-out items of all users together"),
    .number("baseRate", \.baseRate, 0...1, "share of positives among the labelled examples"),
    .integer(
      "lengths", \.lengths, 2...100,
      "over how many lengths of lists, at equal distances, an F1 without a length is the mean"
    ).omittedByDefault(),
  ]
}
