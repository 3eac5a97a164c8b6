import Basics
import Evaluation

/// Metrics against epochs: a line a system.
package struct EpochFigure: FigureKind {
  package static let axis = "epoch"
  package static let showsCurves = true
  package static let fields: [Field<EpochFigure>] = []

  package init() {}

  package func content(_ measured: FigureSources) throws(Problem) -> any FigureContent {
    try CurveData(metrics: measured.metrics, systems: measured.systems, curves: measured.curves)
  }
}

extension CurveData: FigureContent {
  package var xLabel: String? { "epoch" }
  package var lineCount: Int { systems.count }

  package func values(of metric: String) -> [Double] {
    series.filter { $0.metric == metric }.flatMap { $0.points.map(\.spread.mean) }
  }

  /// A line a system against epochs, with a band of one standard deviation where there are seeds.
  package func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel {
    var panel = PlotScript.Panel()
    var (lines, undefined): ([String], [String]) = ([], [])
    for (number, line) in series.filter({ $0.metric == metric }).enumerated() {
      let points = line.points.filter { $0.spread.mean.isFinite }
      guard let first = points.first else {
        if line.points.contains(where: \.spread.mean.isNaN) { undefined.append(line.system) }
        continue
      }
      let place = systems.firstIndex(of: line.system) ?? 0
      let title = "title \(Gnuplot.text(line.system)) noenhanced"
      if points.count == 1 {
        // A system that is fitted once has a level, not a curve.
        lines.append(
          "\(NumberText.exact(first.spread.mean)) with lines \(PlotScript.lineStyle(place, isLevel: true)) \(title)"
        )
        continue
      }
      let block = "\(name)_\(number)"
      panel.block(block, points.map { PlotScript.row(String($0.epoch), $0.spread) })
      if points.contains(where: { $0.spread.sd != nil }) {
        panel.plots.append(
          "\(block) using 1:($2-$3):($2+$3) with filledcurves fillcolor rgb '\(PlotScript.color(place))' notitle"
        )
      }
      lines.append("\(block) using 1:2 with lines \(PlotScript.lineStyle(place)) \(title)")
    }
    panel.plots += lines
    panel.name(undefined)
    return panel
  }
}
