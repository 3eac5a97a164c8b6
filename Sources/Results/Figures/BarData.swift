import Basics

/// What a figure of bars shows: for each system the mean and spread over seeds of metrics, beside
/// the paper's numbers where it prints them.
package struct BarData: Sendable, Equatable {
  /// One system by one metric.
  package struct Bar: Sendable, Equatable {
    /// The label of the system.
    package let system: String
    package let metric: String
    /// Over the seeds; nil when nothing was measured.
    package let spread: Spread?
    /// What the paper says.
    package let published: Double?
  }

  /// The metrics, a panel each.
  package let metrics: [String]
  /// The systems, from left to right.
  package let systems: [String]
  /// All bars, metric after metric.
  package let bars: [Bar]

  /// Gathers the bars from records.
  ///
  /// - Parameter published: The paper's numbers by system and metric.
  /// - Throws: `Problem.data` when a record lacks a metric.
  package init(
    metrics: [String], systems: [String], published: [String: [String: Double]],
    records: [TrialRecord]
  ) throws(Problem) {
    var bars: [Bar] = []
    for metric in metrics {
      for system in systems {
        var values: [Double] = []
        for record in records.filter({ $0.system == system }).sorted(by: { $0.seed < $1.seed }) {
          guard let measured = record.value(of: metric) else {
            throw .data("\(system), seed \(record.seed): \(metric) was not measured")
          }
          values.append(measured.value)
        }
        bars.append(
          Bar(
            system: system, metric: metric, spread: Spread(values),
            published: published[system]?[metric]))
      }
    }
    (self.metrics, self.systems, self.bars) = (metrics, systems, bars)
  }

  /// The text of the file, `system,metric,mean,sd,seeds,published`, numbers with all their digits.
  package var csv: String {
    CSV.text(
      header: ["system", "metric", "mean", "sd", "seeds", "published"],
      rows: bars.map {
        [
          $0.system, $0.metric, NumberText.exact($0.spread?.mean), NumberText.exact($0.spread?.sd),
          String($0.spread?.count ?? 0), NumberText.exact($0.published),
        ]
      })
  }
}
