import Basics
import Results

extension Spec {
  /// What a figure of this spec shows.
  ///
  /// Throws as ``SweepData`` and its like do when a record lacks what the figure asks for.
  func content(
    of figure: FigureSpec, _ records: [TrialRecord], _ curves: Curve
  ) throws(Problem) -> FigureContent {
    let (metrics, labels) = (figure.y.map(\.name), systems(of: figure).map(\.label))
    switch figure.x {
    case .epoch:
      return .curves(try FigureData(metrics: metrics, systems: labels, curves: curves))
    case .setting:
      return .sweep(
        try SweepData(
          setting: figure.setting ?? "", optimum: figure.optimum, metrics: metrics,
          systems: labels, records: records))
    case .system:
      var published: [String: [String: Double]] = [:]
      // The first table that prints a number has it.
      for value in tables.reversed().flatMap(\.published) {
        published[value.system, default: [:]][value.metric.name] = value.value
      }
      return .bars(
        try BarData(metrics: metrics, systems: labels, published: published, records: records))
    case .metric:
      let axis = figure.metric.map { [$0.name] } ?? []
      return .scatter(
        try BarData(metrics: axis + metrics, systems: labels, published: [:], records: records))
    case .probability:
      return .reliability(
        try ReliabilityData(metrics: metrics, systems: labels, records: records))
    }
  }
}

extension FigureSpec {
  /// What the horizontal axis is called; nil for systems, whose names stand below their bars.
  var xLabel: String? {
    switch x {
    case .epoch: "epoch"
    case .setting: setting
    case .system: nil
    case .metric: metric?.name
    case .probability: "mean predicted probability"
    }
  }
}
