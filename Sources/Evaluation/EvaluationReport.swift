/// What an evaluation has measured.
public struct EvaluationReport: Sendable, Equatable {
  /// The metrics, in the order they were asked for.
  public let metrics: [Metric]
  /// The value of each metric; NaN when it is not defined for any user.
  public let values: [Metric: Double]
  /// Each metric's value for each of `users`, in their order; NaN for a user for whom the metric is
  /// not defined. Metrics of the whole catalogue (coverage) have none.
  public let perUser: [Metric: [Double]]
  /// The bins of each metric of calibration.
  public let reliability: [Metric: Reliability]
  /// Rows of the users that were ranked, ascending: those with at least one held-out item.
  public let users: [Int]
  /// Of how many of them the order of items with equal scores can change the value of a metric.
  public let decidedByTies: Int
  /// How many users were left out because nothing of theirs is held out.
  public let usersWithoutHeldOut: Int

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

  /// The value of `metric`; NaN when it is not defined for any user, and of one that was not asked for.
  public subscript(metric: Metric) -> Double { values[metric] ?? .nan }
}
