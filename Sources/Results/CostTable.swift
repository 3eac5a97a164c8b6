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
      title: "\(title): cost", metrics: columns.map(\.name), systems: systems,
      records: records.map { record in
        var costs = record
        costs.observations = []
        costs.values = columns.map {
          MetricValue($0.name, definition: $0.definition, value: $0.value(record) ?? .nan)
        }
        return costs
      },
      notes: [
        jobs == 1
          ? "One trial at a time, on one thread" : "\(jobs) trials at once, each on one thread"
      ],
      better: columns.map { _ in .lower })
  }

  private struct Column: Sendable {
    let name: String
    let definition: String
    /// Nil where a record does not say.
    let value: @Sendable (TrialRecord) -> Double?
  }

  private static let columns = [
    Column(name: "training, s", definition: "making, training and saving") {
      $0.duration("training")
    },
    Column(name: "epoch, s", definition: "of training, mean over epochs; none where there are none")
    {
      record in
      record.epochs == 0 ? nil : record.duration("training").map { $0 / Double(record.epochs) }
    },
    Column(name: "evaluation, s", definition: "scoring, ranking and metrics, at every look") {
      $0.duration("evaluation")
    },
    Column(name: "user, ms", definition: "scoring all items for one user alone, mean of 100") {
      $0.duration("inference alone").map { 1000 * $0 }
    },
    Column(name: "1000 users, s", definition: "scoring all items for them, in batches") {
      $0.duration("inference per user").map { 1000 * $0 }
    },
    Column(name: "memory, MiB", definition: "resident in the trial's process, at most") {
      $0.peakMemory == 0 ? nil : Double($0.peakMemory) / Double(1 << 20)
    },
    Column(name: "parameters", definition: "learned numbers") {
      $0.parameters == 0 ? nil : Double($0.parameters)
    },
  ]
}
