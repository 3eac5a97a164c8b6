/// The gnuplot program that draws a `FigurePlot`.
///
/// `noenhanced` throughout: enhanced text reads `HR@10` and `S^ZR` as markup.
enum PlotScript {
  /// The whole program, data included; it writes the picture to `output`.
  static func text(of plot: FigurePlot, output: String) -> String {
    let data = plot.data
    let columns = data.metrics.count > 1 ? 2 : 1
    let rows = max(1, (data.metrics.count + columns - 1) / columns)
    var script = """
      set encoding utf8
      set terminal svg noenhanced size \(columns * 480),\(rows * 320 + 40) font 'sans-serif,12' \
      background '#ffffff'
      set output \(quoted(output))
      set multiplot layout \(rows),\(columns) title \(quoted(plot.title)) noenhanced
      set xlabel \(quoted(plot.xLabel)) noenhanced
      set border 3 linecolor rgb '#666666'
      set tics nomirror
      set grid linecolor rgb '#dddddd' linetype 1
      set style fill transparent solid 0.2 noborder
      set key bmargin center horizontal noenhanced

      """
    for (panel, metric) in data.metrics.enumerated() {
      script += self.panel(panel, metric, data)
    }
    return script + "unset multiplot\nunset output\n"
  }

  private static func panel(_ panel: Int, _ metric: String, _ data: FigureData) -> String {
    let series = data.series.filter { $0.metric == metric }
    var blocks = ""
    var bands: [String] = []
    var lines: [String] = []
    for (place, line) in series.enumerated() {
      let points = line.points.filter { $0.spread.mean.isFinite }
      guard let first = points.first else { continue }
      let color = colors[(data.systems.firstIndex(of: line.system) ?? 0) % colors.count]
      let title = "title \(quoted(line.system)) noenhanced"
      if points.count == 1 {
        // A system that is fitted once has a level, not a curve.
        lines.append(
          "\(NumberText.exact(first.spread.mean)) with lines dashtype 2 linewidth 2 "
            + "linecolor rgb '\(color)' \(title)")
        continue
      }
      let name = "$data_\(panel)_\(place)"
      blocks += "\(name) << END\n"
      for point in points {
        let (mean, sd) = (point.spread.mean, point.spread.sd ?? 0)
        blocks += "\(point.epoch) \(NumberText.exact(mean)) \(NumberText.exact(sd))\n"
      }
      blocks += "END\n"
      if points.contains(where: { $0.spread.sd != nil }) {
        bands.append(
          "\(name) using 1:($2-$3):($2+$3) with filledcurves fillcolor rgb '\(color)' notitle")
      }
      lines.append("\(name) using 1:2 with lines linewidth 2 linecolor rgb '\(color)' \(title)")
    }
    guard !lines.isEmpty else { return "set multiplot next\n" }
    return blocks + "set ylabel \(quoted(MetricHeading.text(for: metric))) noenhanced\n"
      + "plot " + (bands + lines).joined(separator: ", ") + "\n"
  }

  /// A single-quoted gnuplot string: a quote is doubled, and nothing else means anything.
  private static func quoted(_ text: String) -> String {
    let line = text.replacing("\n", with: " ").replacing("\r", with: " ")
    return "'" + line.replacing("'", with: "''") + "'"
  }

  /// Okabe & Ito 2008: told apart also by those who do not see red and green alike.
  private static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#b3a200",
  ]
}
