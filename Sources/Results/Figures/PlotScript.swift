import Evaluation

/// The gnuplot program that draws a `FigurePlot`: its data are in it, so that a copy of the file is
/// all that one needs to draw the picture in another way.
///
/// `noenhanced` throughout: enhanced text reads `HR@10` and `S^ZR` as markup.
package enum PlotScript {
  /// The whole program; it writes the picture to `output`.
  static func text(of plot: FigurePlot, output: String) -> String {
    let metrics = plot.data.metrics
    let lines = plot.data.lineCount
    let columns = metrics.count > 1 ? 2 : 1
    let rows = max(1, (metrics.count + columns - 1) / columns)
    // The names of many lines stand beside a single panel, and else below each.
    let isWide = columns == 1 && lines > 3
    let width = isWide ? 820 : columns == 1 ? 560 : 960
    let height = rows * (isWide ? 400 : 320 + 16 * max(0, lines - 3))
    let title = wrapped(plot.title, to: width / 8)
    var script = """
      set encoding utf8
      set terminal svg noenhanced size \(width),\(height + 20 + 20 * title.count) font 'sans-serif,12' \
      background '#ffffff'
      set output \(Gnuplot.text(output))
      set multiplot layout \(rows),\(columns) title \(joined(title)) noenhanced
      set border 3 linecolor rgb '#666666'
      set tics nomirror
      set grid linecolor rgb '#dddddd' linetype 1
      set style fill transparent solid 0.2 noborder
      set key \(isWide ? "rmargin center vertical reverse Left" : "bmargin center horizontal") noenhanced

      """
    for (place, metric) in metrics.enumerated() {
      // What tics and axis labels leave.
      let size = PanelSize(width: Double(width / columns - 115), height: 260)
      let panel = plot.data.panel(metric, "$data_\(place)", size)
      guard !panel.plots.isEmpty else {
        script += undrawn(metric, plot.data)
        continue
      }
      if let label = plot.data.xLabel {
        script += "set xlabel \(Gnuplot.text(label)) noenhanced offset 0,0.4\n"
      }
      script += panel.data + "set ylabel \(Gnuplot.text(plot.data.yLabel(metric))) noenhanced\n"
      script += "plot " + panel.plots.joined(separator: ", ") + "\n"
    }
    return script + "unset multiplot\nunset output\n"
  }

  /// In place of a panel without numbers: its metric's name where that is not defined, else
  /// nothing.
  private static func undrawn(_ metric: String, _ data: any FigureContent) -> String {
    let heading = MetricHeading.text(for: metric)
    guard data.undefined.contains(heading) else { return "set multiplot next\n" }
    return "set title \(Gnuplot.text("\(heading): \(NumberText.undefined)")) noenhanced\n"
      + "plot [1:2][1:2] NaN notitle\nunset title\n"
  }

  /// What one panel draws.
  package struct Panel {
    /// The named blocks of data, and settings of this panel.
    var data = ""
    /// What `plot` lists, from the back to the front.
    var plots: [String] = []

    /// Adds a block of data, a line a row.
    mutating func block(_ name: String, _ rows: [String]) {
      data += "\(name) << END\n" + rows.map { $0 + "\n" }.joined() + "END\n"
    }
  }

  /// The words of a text in lines of so many characters, as far as words allow.
  private static func wrapped(_ text: String, to length: Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= length {
        lines[last] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }

  /// A string of several lines.
  private static func joined(_ lines: [String]) -> String {
    lines.map(Gnuplot.text).joined(separator: #"."\n"."#)
  }

  /// How the line at that place is drawn: where the colors are used up, they come again with
  /// dashes; levels, which are dashed, become thinner then.
  static func lineStyle(_ place: Int, isLevel: Bool = false) -> String {
    let round = place / colors.count
    if isLevel {
      return "dashtype 2 linewidth \([2, 1, 3][round % 3]) linecolor rgb '\(color(place))'"
    }
    let dash = round == 0 ? "" : " dashtype \(3 + round % 3)"
    return "linewidth 2\(dash) linecolor rgb '\(color(place))'"
  }

  /// The color of the line or bar at that place.
  static func color(_ place: Int) -> String { colors[place % colors.count] }

  /// Okabe & Ito 2008: told apart also by those who do not see red and green alike.
  private static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#b3a200",
  ]
}
