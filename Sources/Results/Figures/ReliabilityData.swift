import Basics

/// A reliability plot: for each system and bin of predicted probabilities their mean and the share
/// of clicks, all seeds' records together.
package struct ReliabilityData: Sendable, Equatable {
  /// One bin of a system; those without records are left out.
  package struct Point: Sendable, Equatable {
    /// Records, of all seeds.
    package let records: Int
    /// Their mean predicted probability.
    package let probability: Double
    /// The share of clicks among them.
    package let share: Double
  }

  /// One line: a system by the metric whose bins are shown.
  package struct Series: Sendable, Equatable {
    /// The label of the system.
    package let system: String
    package let metric: String
    /// The points, by ascending probability.
    package let points: [Point]
  }

  /// The metrics whose bins are shown, a panel each.
  package let metrics: [String]
  /// The systems, in the order of the legend.
  package let systems: [String]
  /// All lines, metric after metric.
  package let series: [Series]

  /// Gathers the bins of these systems' records.
  ///
  /// - Throws: `Problem.data` when a record lacks the bins, as one of an older program does.
  package init(metrics: [String], systems: [String], records: [TrialRecord]) throws(Problem) {
    var series: [Series] = []
    for metric in metrics {
      for system in systems {
        var pooled: ReliabilityRecord?
        for record in records where record.system == system {
          guard let own = record.reliability.first(where: { $0.metric == metric }) else {
            throw .data(
              "\(system), seed \(record.seed): the bins of \(metric) were not kept; its trial is of an"
                + " older program and has to be trained again")
          }
          pooled = pooled.map { $0.adding(own) } ?? own
        }
        guard let pooled else { continue }
        let points = pooled.records.indices.filter { pooled.records[$0] > 0 }.map { bin in
          Point(
            records: pooled.records[bin],
            probability: pooled.probabilities[bin] / Double(pooled.records[bin]),
            share: Double(pooled.clicks[bin]) / Double(pooled.records[bin]))
        }
        series.append(Series(system: system, metric: metric, points: points))
      }
    }
    (self.metrics, self.systems, self.series) = (metrics, systems, series)
  }

  /// The text of the file, `system,metric,records,probability,share`, numbers with all their
  /// digits.
  package var csv: String {
    CSV.text(
      header: ["system", "metric", "records", "probability", "share"],
      rows: series.flatMap { series in
        series.points.map { point in
          [
            series.system, series.metric, String(point.records),
            NumberText.exact(point.probability), NumberText.exact(point.share),
          ]
        }
      })
  }
}

extension ReliabilityRecord {
  /// The bins of both, which are the same.
  fileprivate func adding(_ other: ReliabilityRecord) -> ReliabilityRecord {
    var sum = self
    for bin in records.indices where other.records.indices.contains(bin) {
      sum.records[bin] += other.records[bin]
      sum.clicks[bin] += other.clicks[bin]
      sum.probabilities[bin] += other.probabilities[bin]
    }
    return sum
  }
}
