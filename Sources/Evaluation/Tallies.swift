/// What the metrics have made of the users so far.
struct Tallies {
  private let metrics: [Metric]
  private var tallies: [any MetricTally]
  /// Of each metric, the worth of every user's list; empty where users have none.
  private(set) var perUser: [[Double]]
  /// How many users there are of whom the order of equal candidates can change the value of some metric.
  private(set) var decidedByTies = 0

  /// Throws as the making of a metric's tally does.
  init(_ metrics: [Metric], over catalogue: Catalogue) throws {
    self.metrics = metrics
    tallies = try metrics.map { try $0.tally(over: catalogue) }
    perUser = [[Double]](repeating: [], count: metrics.count)
  }

  /// Adds a user: to each metric the ranking of all items, or of as many drawn ones as it asks for.
  mutating func add(_ full: UserRanking?, _ sampled: [SampledRanker]) {
    var isDecided = false
    for (index, metric) in metrics.enumerated() {
      let drawn = sampled.first { $0.size == metric.among }
      guard let ranking = drawn?.ranking ?? full else { continue }
      isDecided = isDecided || metric.dependsOnTies(of: ranking)
      guard let value = tallies[index].add(ranking) else { continue }
      perUser[index].append(value)
    }
    if isDecided { decidedByTies += 1 }
  }

  /// The metrics of all users added.
  var values: [Double] { tallies.map(\.value) }
}

extension Metric {
  /// Whether its value can depend on the order of equal candidates of a ranking.
  fileprivate func dependsOnTies(of ranking: UserRanking) -> Bool {
    let groups = cutoff == nil && among == nil ? ranking.rankGroups : ranking.groups
    guard !groups.isEmpty, let rule = rule as? any RankingMetric else { return false }
    var hits = 0
    for group in groups {
      if rule.canChange(by: group, after: hits) { return true }
      hits += group.heldOut
    }
    return false
  }
}
