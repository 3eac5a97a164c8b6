/// What the systems took, in a table like any other: a row a system, mean and deviation over seeds.
public enum CostTable {
  /// The name of the files. They hold times, and so differ from run to run.
  public static let name = "cost"

  /// The table of these records.
  ///
  /// Throws `Problem.data` when two records are of the same system and seed.
  public static func make(
    title: String, systems: [String], records: [TrialRecord], jobs: Int
  ) throws -> ResultTable {
    try ResultTable(
      title: "\(title): cost", metrics: Cost.allCases.map(\.heading), systems: systems,
      records: records.map { record in
        var costs = record
        costs.values = Cost.allCases.map { cost in
          let value = cost.value(of: record).map { $0 * cost.scale }
          return MetricValue(cost.heading, definition: cost.definition, value: value ?? .nan)
        }
        return costs
      },
      notes: [
        jobs == 1
          ? "One trial at a time, on one thread" : "\(jobs) trials at once, each on one thread"
      ],
      better: Cost.allCases.map { _ in .lower })
  }
}
