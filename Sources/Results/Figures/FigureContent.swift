import Basics

/// What a figure shows, by what its horizontal axis is.
package enum FigureContent: Sendable, Equatable {
  /// Metrics against epochs.
  case curves(FigureData)
  /// Metrics against the values of a setting.
  case sweep(SweepData)
  /// Metrics of the systems side by side.
  case bars(BarData)
  /// Metrics against another metric, a point a system; the data hold that one first.
  case scatter(BarData)
  /// Shares of clicks against predicted probabilities.
  case reliability(ReliabilityData)

  /// The metrics, a panel each.
  var metrics: [String] {
    switch self {
    case .curves(let data): data.metrics
    case .sweep(let data): data.metrics
    case .bars(let data): data.metrics
    case .scatter(let data): Array(data.metrics.dropFirst())
    case .reliability(let data): data.metrics
    }
  }

  /// How many lines a panel may have, a system each; 1 where systems are not lines.
  var lineCount: Int {
    switch self {
    case .curves(let data): data.systems.count
    case .reliability(let data): data.systems.count
    case .sweep, .bars, .scatter: 1
    }
  }

  /// What the vertical axis of a metric's panel is called.
  func yLabel(_ metric: String) -> String {
    if case .reliability = self { "share of clicks" } else { MetricHeading.text(for: metric) }
  }

  /// Whether there is anything to draw.
  var isMeasured: Bool {
    switch self {
    case .curves(let data): data.series.contains { $0.points.contains { $0.spread.mean.isFinite } }
    case .sweep(let data): data.series.contains { $0.points.contains { $0.spread.mean.isFinite } }
    case .bars(let data), .scatter(let data):
      data.bars.contains { $0.spread?.mean.isFinite == true }
    case .reliability(let data): data.series.contains { !$0.points.isEmpty }
    }
  }

  /// The metrics that were measured and of which no value is defined.
  var undefined: [String] {
    metrics.filter { metric in
      let own = values(of: metric)
      return !own.isEmpty && own.allSatisfy(\.isNaN)
    }.map { MetricHeading.text(for: $0) }
  }

  /// The means over seeds that were measured of a metric; none in a picture of probabilities.
  private func values(of metric: String) -> [Double] {
    switch self {
    case .curves(let data):
      data.series.filter { $0.metric == metric }.flatMap { $0.points.map(\.spread.mean) }
    case .sweep(let data):
      data.series.filter { $0.metric == metric }.flatMap { $0.points.map(\.spread.mean) }
    case .bars(let data), .scatter(let data):
      data.bars.filter { $0.metric == metric }.compactMap { $0.spread?.mean }
    case .reliability: []
    }
  }

  /// The data in long form, numbers with all their digits.
  package var csv: String {
    switch self {
    case .curves(let data): data.csv
    case .sweep(let data): data.csv
    case .bars(let data), .scatter(let data): data.csv
    case .reliability(let data): data.csv
    }
  }

  /// Writes the data, whole or not at all; the folder is made if it is missing.
  package func write(to path: String) throws(Problem) { try ResultFile.write(csv, to: path) }
}
