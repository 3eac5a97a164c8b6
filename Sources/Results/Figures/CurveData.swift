import Basics

/// What a figure shows: metrics against epochs, for each system the mean and spread over seeds.
package struct CurveData: Sendable, Equatable {
  /// One point of one line.
  package struct Point: Sendable, Equatable {
    /// Epochs trained.
    package let epoch: Int
    /// Over the seeds that were measured at this epoch.
    package let spread: Spread
  }

  /// One line: a system by a metric.
  package struct Series: Sendable, Equatable {
    /// The label of the system.
    package let system: String
    package let metric: String
    /// The points, by ascending epoch.
    package let points: [Point]
  }

  /// The metrics, a panel each.
  package let metrics: [String]
  /// The systems, in the order of the legend.
  package let systems: [String]
  /// All lines, metric after metric; a system that was never measured has none.
  package let series: [Series]

  /// Gathers a figure from the curves of any number of trials.
  ///
  /// - Throws: `Problem.data` when a system, seed, epoch and metric was measured twice.
  package init(metrics: [String], systems: [String], curves: Curve) throws(Problem) {
    var values: [String: [String: [Int: [Int: Double]]]] = [:]
    for point in curves.points
    where metrics.contains(point.metric) && systems.contains(point.system) {
      let old = values[point.metric, default: [:]][point.system, default: [:]][
        point.epoch, default: [:]
      ].updateValue(point.value, forKey: point.seed)
      if old != nil {
        throw Problem.data(
          "\(point.system), seed \(point.seed): \(point.metric) was measured twice at epoch "
            + "\(point.epoch)")
      }
    }
    var series: [Series] = []
    for metric in metrics {
      for system in systems {
        guard let epochs = values[metric]?[system] else { continue }
        let points = epochs.sorted { $0.key < $1.key }.compactMap { epoch, seeds in
          // By ascending seed, so that the sum's rounding does not depend on the trials' order.
          Spread(seeds.sorted { $0.key < $1.key }.map(\.value)).map {
            Point(epoch: epoch, spread: $0)
          }
        }
        series.append(Series(system: system, metric: metric, points: points))
      }
    }
    self.metrics = metrics
    self.systems = systems
    self.series = series
  }

  /// The text of the file, `system,metric,epoch,mean,sd,seeds`, numbers with all their digits.
  package var csv: String {
    CSV.text(header: ["system", "metric", "epoch", "mean", "sd", "seeds"], rows: rows)
  }

  /// The cells of the file, below its header.
  var rows: [[String]] {
    series.flatMap { series in
      series.points.map { point in
        [
          series.system, series.metric, String(point.epoch), NumberText.exact(point.spread.mean),
          NumberText.exact(point.spread.sd), String(point.spread.count),
        ]
      }
    }
  }
}
