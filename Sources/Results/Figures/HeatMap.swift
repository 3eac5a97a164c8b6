/// A search over two or three settings as a picture: a field a point, the darker the better; points
/// that were not tried, or gave no numbers, stay white. A third setting has a panel a value.
struct HeatMap {
  private let record: SearchRecord
  /// The values of each setting, ascending.
  private let values: [[String]]

  /// The map of a search over two or three settings with two values or more each; nil for any
  /// other.
  init?(_ record: SearchRecord) {
    guard (2...3).contains(record.settings.count), record.rows.count > record.hopeless else {
      return nil
    }
    values = record.settings.indices.map { axis in
      let written = record.rows.map { $0.point[axis] }
      return written.indices.filter { !written[..<$0].contains(written[$0]) }.map { written[$0] }
        .sorted { (Double($0) ?? .infinity, $0) < (Double($1) ?? .infinity, $1) }
    }
    guard values.allSatisfy({ $0.count > 1 }) else { return nil }
    self.record = record
  }

  /// Draws the picture, see `FigurePlot`; a note where it was not drawn.
  func write(to path: String) throws -> String? { try FigurePlot.draw(to: path, script) }

  /// A panel's name, and the value of the third setting in it.
  private var panels: [(title: String, third: [String])] {
    guard record.settings.count == 3 else { return [("", [])] }
    return values[2].map { ("\(record.settings[2]) \($0)", [$0]) }
  }

  private func script(_ output: String) -> String {
    let columns = min(3, panels.count)
    let rows = (panels.count + columns - 1) / columns
    let width = 160 + 80 * values[0].count
    let height = 140 + 50 * values[1].count
    let found = record.rows.compactMap { $0.best?.value }
    let (least, most) = (found.min() ?? 0, found.max() ?? 1)
    var lines = [
      "set encoding utf8",
      "set terminal svg noenhanced size \(columns * width),\(rows * height + 30)"
        + " font 'sans-serif,12' background '#ffffff'",
      "set output \(Gnuplot.text(output))",
      "set multiplot layout \(rows),\(columns)"
        + " title \(Gnuplot.text("\(record.system): \(record.metric)")) noenhanced",
      "set xlabel \(Gnuplot.text(record.settings[0])) noenhanced",
      "set ylabel \(Gnuplot.text(record.settings[1])) noenhanced",
      "set xtics (\(tics(0))) noenhanced",
      "set ytics (\(tics(1))) noenhanced",
      "set xrange [-0.5:\(values[0].count).0-0.5]",
      "set yrange [-0.5:\(values[1].count).0-0.5]",
      "set tics scale 0",
      record.better == .lower
        ? "set palette defined (0 '#4292c6', 0.5 '#9ecae1', 1 '#eff6fc')"
        : "set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')",
    ]
    // One scale for all panels; a range of no width is none.
    if least < most {
      lines.append("set cbrange [\(NumberText.exact(least)):\(NumberText.exact(most))]")
    }
    for (place, panel) in panels.enumerated() {
      let block = "$data_\(place)"
      lines += ["set title \(Gnuplot.text(panel.title)) noenhanced", "\(block) << END"]
      for (y, second) in values[1].enumerated() {
        for (x, first) in values[0].enumerated() {
          let row = record.rows.first { $0.point == [first, second] + panel.third }
          lines.append("\(x) \(y) \(row?.best.map { NumberText.exact($0.value) } ?? "NaN")")
        }
      }
      lines += [
        "END",
        "plot \(block) using 1:2:3 with image pixels notitle,"
          + " \(block) using 1:2:(strcol(3) eq 'NaN' ? '' : sprintf('%.4f', $3)) with labels notitle",
      ]
    }
    return (lines + ["unset multiplot", "unset output"]).joined(separator: "\n") + "\n"
  }

  private func tics(_ axis: Int) -> String {
    values[axis].enumerated().map { "\(Gnuplot.tic($1)) \($0)" }.joined(separator: ", ")
  }
}
