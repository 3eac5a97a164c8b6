/// What the metrics have made of the users so far.
struct Tallies {
  private var tallies: [any MetricTally]
  private let rules: [Rule]
  /// Of each metric, the worth of every user's list; empty where users have none.
  private(set) var perUser: [[Double]]
  /// How many users there are of whom the order of equal candidates can change the value of some
  /// metric.
  private(set) var decidedByTies = 0

  /// What is asked of a metric for each user, found out once.
  private struct Rule {
    let rule: any RankingMetric
    let among: Int?
    let takesWholeRanking: Bool

    /// Whether the order of a ranking's equal candidates can change the metric.
    func dependsOnTies(of ranking: borrowing UserRanking) -> Bool {
      var hits = 0
      for group in takesWholeRanking ? ranking.rankGroups : ranking.groups {
        if rule.canChange(by: group, after: hits) { return true }
        hits += group.heldOut
      }
      return false
    }
  }

  /// Throws as the making of a metric's tally does.
  init(_ metrics: [Metric], over catalogue: Catalogue) throws {
    tallies = try metrics.map { try $0.tally(over: catalogue) }
    rules = metrics.compactMap { metric in
      (metric.rule as? any RankingMetric).map {
        Rule(rule: $0, among: $0.among, takesWholeRanking: $0.at == nil && $0.among == nil)
      }
    }
    perUser = [[Double]](repeating: [], count: metrics.count)
  }

  /// Adds a user: to each metric the ranking of all items, or of as many drawn ones as it asks for.
  mutating func add(_ full: UserRanking?, _ sampled: [SampledRanker]) {
    var isDecided = false
    for (index, rule) in rules.enumerated() {
      let drawn = rule.among == nil ? nil : sampled.first { $0.size == rule.among }
      guard let ranking = drawn?.ranking ?? full else { continue }
      isDecided = isDecided || rule.dependsOnTies(of: ranking)
      guard let value = tallies[index].add(ranking) else { continue }
      perUser[index].append(value)
    }
    if isDecided { decidedByTies += 1 }
  }

  /// The metrics of all users added.
  var values: [Double] { tallies.map(\.value) }
}
