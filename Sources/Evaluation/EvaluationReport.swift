/// What an evaluation has measured.
package struct EvaluationReport: Sendable, Equatable {
  /// The metrics, in the order they were asked for.
  package let metrics: [Metric]
  /// The value of each metric; NaN when it is not defined for any user.
  package let values: [Metric: Double]
  /// Each metric's value for each of `users`, in their order; NaN for a user for whom the metric is
  /// not defined. Metrics of the whole catalogue (coverage) have none.
  package let perUser: [Metric: [Double]]
  /// The bins of each metric of calibration.
  package let reliability: [Metric: Reliability]
  /// Rows of the users that were ranked, ascending: those with at least one held-out item.
  package let users: [Int]
  /// Of how many of them the order of items with equal scores can change the value of a metric.
  package let decidedByTies: Int
  /// How many users were left out because nothing of theirs is held out.
  package let usersWithoutHeldOut: Int

  init(
    metrics: [Metric], values: [Double], perUser: [[Double]] = [],
    reliability: [Metric: Reliability] = [:], users: [Int] = [], decidedByTies: Int = 0,
    usersWithoutHeldOut: Int = 0
  ) {
    self.metrics = metrics
    self.values = Dictionary(uniqueKeysWithValues: zip(metrics, values))
    self.perUser = Dictionary(
      uniqueKeysWithValues: zip(metrics, perUser).filter { !$0.1.isEmpty })
    self.reliability = reliability
    self.users = users
    self.decidedByTies = decidedByTies
    self.usersWithoutHeldOut = usersWithoutHeldOut
  }

  /// The value of `metric`; NaN when it is not defined for any user, and of one that was not asked
  /// for.
  package subscript(metric: Metric) -> Double { values[metric] ?? .nan }
}
