import Basics
import Evaluation

/// Metrics against another metric: a point a system.
package struct MetricFigure: FigureKind {
  package static let axis = "metric"

  /// The metric of the horizontal axis.
  package var metric: Metric?

  package init() {}

  package static let fields: [Field<MetricFigure>] = [
    .metric("metric", \.metric, "x metric: the metric of that axis").omittedByDefault()
  ]

  package var metrics: [Metric] { metric.map { [$0] } ?? [] }

  package func check(_ y: [Metric], _ json: JSON) throws(Problem) {
    guard let metric else { throw json.problem("the key \"metric\" is missing (the axis is one)") }
    guard !y.contains(metric) else {
      throw (json["metric"] ?? json).problem("\"\(metric)\" is on both axes")
    }
  }

  package func content(_ measured: FigureSources) throws(Problem) -> any FigureContent {
    ScatterData(
      bars: try BarData(
        metrics: metrics.map(\.name) + measured.metrics, systems: measured.systems, published: [:],
        records: measured.records))
  }
}

/// What a scatter plot shows: the bars of the horizontal axis' metric, and of the panels' ones.
package struct ScatterData: FigureContent {
  let bars: BarData

  package var metrics: [String] { Array(bars.metrics.dropFirst()) }
  package var xLabel: String? { bars.metrics.first }
  package func values(of metric: String) -> [Double] { bars.values(of: metric) }
  package var csv: String { bars.csv }

  /// A point with its label a system, at the means of both metrics.
  package func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel {
    func mean(_ system: String, _ metric: String?) -> Double? {
      let bar = bars.bars.first { $0.system == system && $0.metric == metric }
      return bar?.spread.flatMap { $0.mean.isFinite ? $0.mean : nil }
    }
    let points = bars.systems.enumerated().compactMap { place, system -> ScatterPoint? in
      guard let x = mean(system, bars.metrics.first), let y = mean(system, metric) else {
        return nil
      }
      return ScatterPoint(x: x, y: y, color: PlotScript.color(place), name: system)
    }
    var panel = PlotScript.Panel()
    // Room for the names on the right.
    guard let across = Axis(points.map(\.x), before: 0.05, after: 0.25, pixels: size.width),
      let up = Axis(points.map(\.y), before: 0.08, after: 0.08, pixels: size.height)
    else { return panel }
    panel.block(name, points.map(\.row))
    panel.data += "set xrange \(across.range)\nset yrange \(up.range)\n"
    panel.plots = [
      "\(name) using 1:2:3 with points pointtype 7 pointsize 0.7 linecolor rgb variable notitle"
    ]
    let places = points.map {
      LabelPlacement.Point(x: across.pixel($0.x), y: up.pixel($0.y), name: $0.name)
    }
    let labels = LabelPlacement(width: size.width, height: size.height).labels(places)
    let lines = zip(points, labels).filter { $0.1.isApart }.map { point, label in
      let (x, y) = (across.value(label.x) - point.x, up.value(label.y) - point.y)
      return "\(point.place) \(NumberText.exact(x)) \(NumberText.exact(y))"
    }
    if !lines.isEmpty {
      panel.block("\(name)_lines", lines)
      panel.plots.insert(
        "\(name)_lines using 1:2:3:4 with vectors nohead linecolor rgb '#999999' notitle", at: 0)
    }
    for side in ["left", "right"] {
      let named = labels.filter { $0.startsHere == (side == "left") }
      guard !named.isEmpty else { continue }
      panel.block(
        "\(name)_\(side)",
        named.map {
          let (x, y) = (NumberText.exact(across.value($0.x)), NumberText.exact(up.value($0.y)))
          return "\(x) \(y) \(Gnuplot.cell($0.name))"
        })
      panel.plots.append(
        "\(name)_\(side) using 1:2:3 with labels \(side) font ',9' noenhanced notitle")
    }
    return panel
  }

}

private struct ScatterPoint {
  let x, y: Double
  let color, name: String

  var place: String { "\(NumberText.exact(x)) \(NumberText.exact(y))" }

  var row: String {
    "\(place) \(Int(color.dropFirst(), radix: 16) ?? 0) \(Gnuplot.cell(name))"
  }
}

/// From values to pixels and back.
private struct Axis {
  let least, most, pixels: Double

  /// An axis around the values, with shares of their range before and after them; nil without
  /// values.
  init?(_ values: [Double], before: Double, after: Double, pixels: Double) {
    guard let least = values.min(), let most = values.max() else { return nil }
    let range = most > least ? most - least : max(abs(most), 1)
    (self.least, self.most, self.pixels) = (least - before * range, most + after * range, pixels)
  }

  var range: String { "[\(NumberText.exact(least)):\(NumberText.exact(most))]" }
  func pixel(_ value: Double) -> Double { (value - least) / (most - least) * pixels }
  func value(_ pixel: Double) -> Double { least + pixel / pixels * (most - least) }
}
