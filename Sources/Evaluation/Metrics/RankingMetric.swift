import Basics
import Datasets

/// A metric of rankings: the part of the ranking it reads, and its arithmetic.
///
/// A new metric is one file under `Metrics/` with a type that conforms to this (most conform to
/// `PerUserMetric`, and only say what one user's list is worth), named in `MetricList.rankings`.
package protocol RankingMetric: MetricRule {
  /// N, the length of the list it looks at; `nil` for the whole ranking.
  var at: Int? { get set }
  /// How many drawn items the held-out ones are ranked among; `nil` for all items.
  var among: Int? { get }
  /// Which held-out items it needs the whole ranking's ranks of, beyond the list's top.
  var ranksNeeded: RanksNeeded { get }
  /// What it needs of the items themselves, where it asks not only which of them are held out.
  var itemsNeeded: ItemsNeeded { get }
  /// What a held-out item is worth by its rating; nil: they are all worth the same.
  var graded: Gain? { get }
  /// Whether its value can depend on the order of a group of equal candidates, `hits` held-out
  /// items having better places.
  func canChange(by group: TieGroup, after hits: Int) -> Bool

  /// A fresh running total over the users of one evaluation.
  ///
  /// - Throws: `Problem` when the catalogue lacks what the metric needs.
  func tally(over catalogue: Catalogue) throws -> any MetricTally
}

/// Which held-out items a metric needs the ranks of, and with that what a ranking costs.
package enum RanksNeeded: Int, Comparable, Sendable {
  /// The top of the list is enough.
  case none
  /// The best one's: one pass over the scores.
  case first
  /// All, and the pair counts: a pass for each.
  case all

  /// Whether `a` is less work than `b`.
  package static func < (a: RanksNeeded, b: RanksNeeded) -> Bool { a.rawValue < b.rawValue }
}

/// What a metric needs of the items of a list, beside the places of those held out.
package enum ItemsNeeded: Sendable {
  case none
  /// The mean over the list of a property of theirs, so that of equal items at the end of the list
  /// all count, each by its chance.
  case sums
  case list
}

/// The running total of one metric in one evaluation; users are added in ascending order.
package protocol MetricTally {
  /// Counts one more user, and returns that user's own value: NaN when it is not defined for them,
  /// `nil` when the metric has no value per user.
  mutating func add(_ ranking: borrowing UserRanking) -> Double?
  /// The value over the users added so far.
  var value: Double { get }
}

extension RankingMetric {
  /// Among all items.
  package var among: Int? { nil }
  /// The top of the list is enough unless the metric says otherwise.
  package var ranksNeeded: RanksNeeded { .none }
  package var itemsNeeded: ItemsNeeded { .none }
  package var graded: Gain? { nil }
  /// Where the list ends among equal items, of which it then takes some.
  package func canChange(by group: TieGroup, after hits: Int) -> Bool {
    at.map(group.isCut) ?? false
  }
  package static var task: LearningTask { .ranking }
  package var isMeanOverUsers: Bool { true }
}

extension Metric {
  /// See ``RankingMetric/among``.
  package var among: Int? { (rule as? any RankingMetric)?.among }
  /// Of a metric over drawn items the same one over all items; nil where there is none.
  package var overAllItems: Metric? {
    guard let rule = rule as? any RankingMetric, rule.among != nil else { return nil }
    return Self.overAllItems(rule)
  }

  private static func overAllItems<Rule: RankingMetric>(_ rule: Rule) -> Metric? {
    let settings = rule.encoded().merging(patch: .object([("among", .null)]))
    guard let rule = try? Rule(decoding: settings), rule.among == nil else { return nil }
    return Metric(rule)
  }

  /// See ``RankingMetric/ranksNeeded``.
  package var ranksNeeded: RanksNeeded { (rule as? any RankingMetric)?.ranksNeeded ?? .none }

  /// See ``RankingMetric/itemsNeeded``.
  package var itemsNeeded: ItemsNeeded { (rule as? any RankingMetric)?.itemsNeeded ?? .none }

  /// See ``RankingMetric/graded``.
  package var graded: Gain? { (rule as? any RankingMetric)?.graded }

  /// See ``RankingMetric/tally(over:)``. Throws `Problem.usage` where this is no metric of
  /// rankings, too.
  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    guard let rule = rule as? any RankingMetric else {
      throw Problem.usage("\"\(self)\" measures predicted clicks, not rankings")
    }
    return try rule.tally(over: catalogue)
  }
}

/// A metric that is an average over users of what each user's ranking is worth.
package protocol PerUserMetric: RankingMetric {
  /// How users are put together; macro unless the metric says otherwise.
  var averaging: Averaging { get }
  /// What a ranking is worth.
  func worth(_ ranking: borrowing UserRanking) -> Fraction
}

extension PerUserMetric {
  /// Macro.
  package var averaging: Averaging { .macro }
  /// It is, unless users are pooled or others count, too.
  package var isMeanOverUsers: Bool { averaging == .macro }

  /// Averages what the rankings are worth.
  package func tally(over catalogue: Catalogue) throws -> any MetricTally {
    AverageTally(averaging: averaging, users: catalogue.userCount, worth: worth)
  }
}
