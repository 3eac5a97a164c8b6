import Basics
import Results

extension Spec {
  /// What a figure of this spec shows.
  ///
  /// Throws as ``FigureKind/content(_:)`` does when a record lacks what the figure asks for.
  func content(
    of figure: FigureSpec, _ records: [TrialRecord], _ curves: Curve
  ) throws(Problem) -> any FigureContent {
    var published: [String: [String: Double]] = [:]
    // The first table that prints a number has it.
    for value in tables.reversed().flatMap(\.published) {
      published[value.system, default: [:]][value.metric.name] = value.value
    }
    return try figure.kind.content(
      FigureSources(
        metrics: figure.y.map(\.name), systems: systems(of: figure).map(\.label),
        records: records, curves: curves, published: published))
  }
}
