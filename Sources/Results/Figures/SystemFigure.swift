import Basics
import Evaluation

/// Metrics of the systems themselves: a bar each, beside the paper's number.
package struct SystemFigure: FigureKind {
  package static let axis = "system"
  package static let fields: [Field<SystemFigure>] = []

  package init() {}

  package func content(_ measured: FigureSources) throws(Problem) -> any FigureContent {
    try BarData(
      metrics: measured.metrics, systems: measured.systems, published: measured.published,
      records: measured.records)
  }
}

extension BarData: FigureContent {
  /// Systems have names, which stand below their bars.
  package var xLabel: String? { nil }

  package func values(of metric: String) -> [Double] {
    bars.filter { $0.metric == metric }.compactMap { $0.spread?.mean }
  }

  /// A bar a system with an error bar of one standard deviation, and a mark where the paper's
  /// number is.
  package func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel {
    var panel = PlotScript.Panel()
    let bars = bars.filter { $0.metric == metric }
    let measured = bars.enumerated().compactMap { place, bar in
      bar.spread.flatMap { $0.mean.isFinite ? (place, $0) : nil }
    }
    guard !measured.isEmpty else { return panel }
    let names = zip(systems, bars).enumerated().map { place, bar in
      let isUndefined = bar.1.spread?.mean.isNaN == true
      return
        "\(Gnuplot.tic(bar.0 + (isUndefined ? " (\(NumberText.undefined))" : ""))) \(place)"
    }
    panel.data += "set xtics noenhanced rotate by 25 right (\(names.joined(separator: ", ")))\n"
    panel.data += "set boxwidth 0.7\nset style fill solid 0.6 noborder\n"
    panel.data += "set xrange [-0.6:\(systems.count - 1).6]\nset yrange [0:*]\n"
    panel.block(
      "\(name)_bars",
      measured.map { place, spread in
        "\(PlotScript.row(String(place), spread)) \(Int(PlotScript.color(place).dropFirst(), radix: 16) ?? 0)"
      })
    panel.plots.append(
      "\(name)_bars using 1:2:4 with boxes linecolor rgb variable notitle")
    if measured.contains(where: { $0.1.sd != nil }) {
      panel.plots.append(
        "\(name)_bars \(PlotScript.errorBars) linewidth 1.5 linecolor rgb '#333333' notitle")
    }
    let published = bars.enumerated().compactMap { place, bar in
      bar.published.map { "\(place) \(NumberText.exact($0))" }
    }
    if !published.isEmpty {
      panel.block("\(name)_published", published)
      panel.plots.append(
        "\(name)_published using 1:2 with points pointtype 12 pointsize 1.2 linewidth 2"
          + " linecolor rgb '#000000' title 'published' noenhanced")
    }
    return panel
  }
}
