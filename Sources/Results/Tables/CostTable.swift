/// What the systems took, in a table like any other: a row a system, mean and deviation over seeds.
package enum CostTable {
  /// The name of the files. They hold times, and so differ from run to run.
  package static let name = "cost"

  /// The table of these records, with what was measured of any.
  ///
  /// Throws `Problem.data` when two records are of the same system and seed.
  package static func make(
    title: String, systems: [String], records: [TrialRecord], jobs: Int
  ) throws -> ResultTable {
    let costs = Cost.allCases.filter { cost in records.contains { cost.value(of: $0) != nil } }
    return try ResultTable(
      title: "\(title): cost", metrics: costs.map(\.heading), systems: systems,
      records: records.map { record in
        var row = record
        row.values = costs.map { cost in
          let value = cost.value(of: record).map { $0 * cost.scale }
          return MetricValue(cost.heading, definition: cost.definition, value: value ?? .nan)
        }
        return row
      },
      notes: [
        jobs == 1
          ? "One trial at a time, on one thread" : "\(jobs) trials at once, each on one thread"
      ],
      better: costs.map { _ in .lower },
      numbers: costs.map { ResultTable.Numbers(isCount: $0 == .parameters, isMetric: false) })
  }
}
