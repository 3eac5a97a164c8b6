/// What the metrics have made of the users so far.
struct Tallies {
  private let metrics: [Metric]
  private var tallies: [any MetricTally]
  /// Of each metric, the worth of every user's list; empty where users have none.
  private(set) var perUser: [[Double]]

  /// Throws as the making of a metric's tally does.
  init(_ metrics: [Metric], over catalogue: Catalogue) throws {
    self.metrics = metrics
    tallies = try metrics.map { try $0.tally(over: catalogue) }
    perUser = [[Double]](repeating: [], count: metrics.count)
  }

  /// Adds a user: to each metric the ranking of all items, or of as many drawn ones as it asks for.
  mutating func add(_ full: UserRanking?, _ sampled: [SampledRanker]) {
    for (index, metric) in metrics.enumerated() {
      let drawn = sampled.first { $0.size == metric.among }
      guard let ranking = drawn?.ranking ?? full, let value = tallies[index].add(ranking) else {
        continue
      }
      perUser[index].append(value)
    }
  }

  /// The metrics of all users added.
  var values: [Double] { tallies.map(\.value) }
}
