import Basics

/// What a sweep shows: metrics against the values of a setting, for each recommender the mean and
/// spread over seeds.
package struct SweepData: Sendable, Equatable {
  /// One point of one line.
  package struct Point: Sendable, Equatable {
    /// The value of the setting.
    package let value: Double
    /// Over the seeds that were measured.
    package let spread: Spread
  }

  /// One line: a recommender by a metric.
  package struct Series: Sendable, Equatable {
    package let recommender: String
    package let metric: String
    /// The points, by ascending value.
    package let points: [Point]
  }

  /// The setting that is swept.
  package let setting: String
  /// The value that the paper calls the best; nil: it names none.
  package let optimum: Double?
  /// The metrics, a panel each.
  package let metrics: [String]
  /// The recommenders, in the order of the legend.
  package let recommenders: [String]
  /// All lines, metric after metric.
  package let series: [Series]

  /// Gathers a sweep from the records of systems that differ in the setting.
  ///
  /// - Parameters:
  ///   - systems: Their labels; other records are not looked at.
  ///   - optimum: The value that the paper calls the best.
  /// - Throws: `Problem.usage` when two systems of a recommender have the same value, and
  ///   `Problem.data` when a record lacks the setting as a number, or a metric.
  package init(
    setting: String, optimum: Double? = nil, metrics: [String], systems: [String],
    records: [TrialRecord]
  ) throws(Problem) {
    let shown = records.filter { systems.contains($0.system) }
    var recommenders: [String] = []
    var owners: [String: [Double: String]] = [:]
    var values: [String: [String: [Double: [(seed: Int, value: Double)]]]] = [:]
    for record in shown {
      guard let value = record.settings[setting].flatMap({ try? $0.asNumber() }) else {
        throw .data("\(record.system), seed \(record.seed): \"\(setting)\" is no number there")
      }
      if !recommenders.contains(record.recommender) { recommenders.append(record.recommender) }
      let owner = owners[record.recommender, default: [:]][value, default: record.system]
      guard owner == record.system else {
        throw .usage(
          "\"\(owner)\" and \"\(record.system)\" both have \(setting) \(JSON.text(of: value))")
      }
      owners[record.recommender, default: [:]][value] = owner
      for metric in metrics {
        guard let measured = record.value(of: metric) else {
          throw .data("\(record.system), seed \(record.seed): \(metric) was not measured")
        }
        values[metric, default: [:]][record.recommender, default: [:]][value, default: []]
          .append((record.seed, measured.value))
      }
    }
    var series: [Series] = []
    for metric in metrics {
      for recommender in recommenders {
        let points = (values[metric]?[recommender] ?? [:]).sorted { $0.key < $1.key }
        series.append(
          Series(
            recommender: recommender, metric: metric,
            points: points.compactMap { value, measured in
              // By ascending seed, so that the sum's rounding does not depend on the trials' order.
              Spread(measured.sorted { $0.seed < $1.seed }.map(\.value)).map {
                Point(value: value, spread: $0)
              }
            }))
      }
    }
    (self.setting, self.optimum, self.metrics) = (setting, optimum, metrics)
    (self.recommenders, self.series) = (recommenders, series)
  }

  /// The text of the file, `recommender,metric,<setting>,mean,sd,seeds`, numbers with all their
  /// digits.
  package var csv: String {
    CSV.text(
      header: ["recommender", "metric", setting, "mean", "sd", "seeds"],
      rows: series.flatMap { series in
        series.points.map { point in
          [
            series.recommender, series.metric, NumberText.exact(point.value),
            NumberText.exact(point.spread.mean), NumberText.exact(point.spread.sd),
            String(point.spread.count),
          ]
        }
      })
  }
}
