import Basics
import Evaluation

/// Shares of clicks against their predicted probabilities, a reliability plot: a line a system.
package struct ProbabilityFigure: FigureKind {
  package static let axis = "probability"
  package static let fields: [Field<ProbabilityFigure>] = []

  package init() {}

  package func check(_ y: [Metric], _ json: JSON) throws(Problem) {
    guard let place = y.firstIndex(where: { !$0.hasReliability }) else { return }
    throw (json["y"] ?? json).problem(
      "\"\(y[place])\" keeps no bins of probabilities; expected \"calibration-error\"")
  }

  package func content(_ measured: FigureSources) throws(Problem) -> any FigureContent {
    try ReliabilityData(
      metrics: measured.metrics, systems: measured.systems, records: measured.records)
  }
}

extension ReliabilityData: FigureContent {
  package var xLabel: String? { "mean predicted probability" }
  package var lineCount: Int { systems.count }

  package func yLabel(_ metric: String) -> String { "share of clicks" }

  package func values(of metric: String) -> [Double] {
    series.filter { $0.metric == metric }.flatMap { $0.points.map(\.share) }
  }

  /// A line a system of the share of clicks against the mean predicted probability; on the dashed
  /// diagonal both are the same.
  package func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel {
    var panel = PlotScript.Panel()
    for (number, line) in series.filter({ $0.metric == metric }).enumerated() {
      guard !line.points.isEmpty else { continue }
      let block = "\(name)_\(number)"
      panel.block(
        block,
        line.points.map { "\(NumberText.exact($0.probability)) \(NumberText.exact($0.share))" })
      let place = systems.firstIndex(of: line.system) ?? 0
      panel.plots.append(
        "\(block) using 1:2 with linespoints pointtype 7 pointsize 0.5 \(PlotScript.lineStyle(place))"
          + " title \(Gnuplot.text(line.system)) noenhanced")
    }
    guard !panel.plots.isEmpty else { return panel }
    panel.data += "set xrange [0:1]\nset yrange [0:1]\n"
    panel.plots.append(
      "x with lines dashtype 2 linewidth 1.5 linecolor rgb '#666666' title 'calibrated' noenhanced")
    return panel
  }
}
