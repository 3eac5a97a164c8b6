import Basics
import Evaluation

/// Metrics against N, the length of the list: a line a system, and the bound of a metric, where it
/// is measured, as a dashed one.
///
/// `y` has a metric at each length, `"f1@5", "f1@10", "f1-bound@5", "f1-bound@10"`; those that
/// differ in the length alone are a panel.
package struct LengthFigure: FigureKind {
  package static let axis = "length"
  package static let fields: [Field<LengthFigure>] = []

  package init() {}

  package func check(_ y: [Metric], _ json: JSON) throws(Problem) {
    let place = json["y"] ?? json
    if let whole = y.first(where: { $0.cutoff == nil }) {
      throw place.problem("\"\(whole)\" has no length; expected metrics as \"precision@5\"")
    }
    for bound in y {
      guard let bounded = bound.bounded, !y.contains(where: { $0.family == bounded.family })
      else { continue }
      throw place.problem("\"\(bound)\" is drawn beside \(bounded.family), which is not there")
    }
    for family in y.families where y.count(where: { $0.family == family }) == 1 {
      throw place.problem("\(family) is given at one length; expected two at least")
    }
  }

  package func content(_ measured: FigureSources) throws(Problem) -> any FigureContent {
    try LengthData(measured)
  }
}

/// What a figure of lengths shows.
struct LengthData: FigureContent {
  /// The curves, with lengths for epochs.
  private let lines: CurveData
  /// Of the panels that have one; its systems are all equal, and stand as one.
  private let bounds: CurveData

  /// Throws `Problem.data` where a record lacks a metric.
  init(_ measured: FigureSources) throws(Problem) {
    var metrics: [Metric] = []
    for name in measured.metrics { metrics.append(try Metric(name)) }
    let (bounded, plain) = (
      metrics.filter { $0.bounded != nil }, metrics.filter { $0.bounded == nil }
    )
    lines = try CurveData(
      metrics: plain.families, systems: measured.systems,
      curves: try Self.points(plain, measured, named: \.family) { $0.system })
    // What a split allows is the same whatever is trained.
    let first = measured.systems.first { system in
      measured.records.contains { $0.system == system }
    }
    bounds = try CurveData(
      metrics: plain.families, systems: [Self.bound],
      curves: try Self.points(
        bounded, measured, named: { $0.bounded?.family ?? "" }
      ) { $0.system == first ? Self.bound : nil })
  }

  private static let bound = "bound"

  private static func points(
    _ metrics: [Metric], _ measured: FigureSources, named panel: (Metric) -> String,
    line: (TrialRecord) -> String?
  ) throws(Problem) -> Curve {
    var curve = Curve()
    for record in measured.records where measured.systems.contains(record.system) {
      guard let system = line(record) else { continue }
      for metric in metrics {
        guard let value = record.value(of: metric.name) else {
          throw .data("\(record.system), seed \(record.seed): \(metric) was not measured")
        }
        curve.append(
          Curve.Point(
            system: system, seed: record.seed, epoch: metric.cutoff ?? 0, metric: panel(metric),
            value: value.value))
      }
    }
    return curve
  }

  var metrics: [String] { lines.metrics }
  var xLabel: String? { "N, length of the list" }
  var lineCount: Int { lines.lineCount + (bounds.series.isEmpty ? 0 : 1) }
  func values(of metric: String) -> [Double] { lines.values(of: metric) }

  /// `system,metric,N,mean,sd,seeds`; the bound is one of the systems.
  var csv: String {
    let header = ["system", "metric", "N", "mean", "sd", "seeds"]
    return CSV.text(header: header, rows: lines.rows + bounds.rows)
  }

  func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel {
    var panel = lines.panel(metric, name, size)
    panel.data += "set yrange [0:*]\n"
    guard let bound = bounds.series.first(where: { $0.metric == metric }) else { return panel }
    panel.block(
      "\(name)_bound", bound.points.map { PlotScript.row(String($0.epoch), $0.spread) })
    panel.plots.append(
      "\(name)_bound using 1:2 with lines dashtype 2 linewidth 2 linecolor rgb '#333333'"
        + " title \(Gnuplot.text(Self.bound)) noenhanced")
    return panel
  }
}

extension [Metric] {
  /// The names without lengths, each once.
  fileprivate var families: [String] {
    reduce(into: []) { if !$0.contains($1.family) { $0.append($1.family) } }
  }
}
