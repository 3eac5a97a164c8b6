import Basics
import Evaluation

/// Metrics against the values that the systems have for a setting: a point a system, a line a
/// recommender.
package struct SettingFigure: FigureKind {
  package static let axis = "setting"

  /// The setting of the horizontal axis.
  package var setting: String?
  /// The value of the setting that the paper calls the best.
  package var optimum: Double?

  package init() {}

  package static let fields: [Field<SettingFigure>] = [
    .text("setting", \.setting, "x setting: the setting in which the systems differ"),
    .number(
      "optimum", \.optimum, -.infinity ... .infinity,
      "x setting: the value that the paper calls the best"),
  ]

  package func check(_ y: [Metric], _ json: JSON) throws(Problem) {
    guard setting == nil else { return }
    throw json.problem("the key \"setting\" is missing (the axis is one)")
  }

  /// Refuses a setting that a shown system has not, or not as a number.
  package func check(_ systems: [FigureSystem], _ json: JSON) throws(Problem) {
    guard let setting else { return }
    for system in systems where !system.numbers.contains(setting) {
      throw (json["setting"] ?? json).problem(
        "\"\(system.label)\" has no number \"\(setting)\""
          + suggestion(for: setting, among: system.numbers))
    }
  }

  package func content(_ measured: FigureSources) throws(Problem) -> any FigureContent {
    try SweepData(
      setting: setting ?? "", optimum: optimum, metrics: measured.metrics,
      systems: measured.systems, records: measured.records)
  }
}

extension SweepData: FigureContent {
  package var xLabel: String? { setting }

  package func values(of metric: String) -> [Double] {
    series.filter { $0.metric == metric }.flatMap { $0.points.map(\.spread.mean) }
  }

  /// A line a recommender against a setting, with error bars of one standard deviation; what the
  /// paper calls the best value is a dashed line across. Values over a wide range are on a
  /// logarithmic axis; what hardly changes looks flat, for the vertical axis spans a fifth of the
  /// greatest value at least.
  package func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel {
    var panel = PlotScript.Panel()
    let series = series.filter { $0.metric == metric }
    var undefined: [String] = []
    for (place, line) in series.enumerated() {
      let points = line.points.filter { $0.spread.mean.isFinite }
      guard !points.isEmpty else {
        if line.points.contains(where: \.spread.mean.isNaN) { undefined.append(line.recommender) }
        continue
      }
      let (block, color) = ("\(name)_\(place)", PlotScript.color(place))
      panel.block(block, points.map { PlotScript.row(NumberText.exact($0.value), $0.spread) })
      if points.contains(where: { $0.spread.sd != nil }) {
        panel.plots.append(
          "\(block) \(PlotScript.errorBars) linecolor rgb '\(color)' notitle")
      }
      panel.plots.append(
        "\(block) using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2"
          + " linecolor rgb '\(color)' title \(Gnuplot.text(line.recommender)) noenhanced")
    }
    guard !panel.plots.isEmpty else { return panel }
    panel.name(undefined)
    let values = series.flatMap(\.points).map(\.value) + (optimum.map { [$0] } ?? [])
    if let least = values.min(), let most = values.max(), least > 0, most >= 20 * least {
      panel.data += "set logscale x\n"
    }
    let ends: [Double] = series.flatMap(\.points).map(\.spread).filter(\.mean.isFinite).flatMap {
      let sd = $0.sd ?? 0
      return [$0.mean - sd, $0.mean + sd]
    }
    panel.data += "set autoscale y\n"
    if let low = ends.min(), let high = ends.max(), high - low < high / 5 {
      let (least, most) = ((low + high) / 2 - high / 10, (low + high) / 2 + high / 10)
      panel.data += "set yrange [\(NumberText.exact(least)):\(NumberText.exact(most))]\n"
    }
    if let optimum = optimum {
      let value = NumberText.exact(optimum)
      panel.data +=
        "unset arrow\nset arrow from first \(value), graph 0 to first \(value), graph 1"
        + " nohead dashtype 2 linewidth 2 linecolor rgb '#666666'\n"
      panel.plots.append(
        "NaN with lines dashtype 2 linewidth 2 linecolor rgb '#666666'"
          + " title 'best by the paper' noenhanced")
    }
    return panel
  }
}
