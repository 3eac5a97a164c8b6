import Basics
import Evaluation

/// All that was measured under readings of a table's paper, for other programs to search or to
/// draw: `table,system,reading,metric,mean,sd,seeds`, a line a system, reading and metric.
package struct ReadingValues: Sendable {
  /// One system under one reading.
  package struct Row: Sendable {
    let system: String
    let choices: [ReadingChoice]
    /// By metric, over the seeds; nil where it is not defined.
    let values: [Spread?]

    package init(_ system: String, _ choices: [ReadingChoice], _ values: [Spread?]) {
      (self.system, self.choices, self.values) = (system, choices, values)
    }
  }

  private let table: String
  private let metrics: [String]
  private let rows: [Row]

  package init(_ table: String, _ metrics: [Metric], _ rows: [Row]) {
    (self.table, self.metrics, self.rows) = (table, metrics.map(\.name), rows)
  }

  private var cells: [[String]] {
    rows.flatMap { row in
      zip(metrics, row.values).compactMap { metric, spread in
        spread.map {
          [
            table, row.system, row.choices.text, metric, NumberText.exact($0.mean),
            NumberText.exact($0.sd), String($0.count),
          ]
        }
      }
    }
  }

  /// The text of a file of several tables.
  package static func csv(_ tables: [ReadingValues]) -> String {
    CSV.text(
      header: ["table", "system", "reading", "metric", "mean", "sd", "seeds"],
      rows: tables.flatMap(\.cells))
  }
}
