/// A search over two settings as a picture: a field a point, the darker the better; points that
/// were not tried, or gave no numbers, stay white.
struct HeatMap {
  private let record: SearchRecord
  private let values: [[String]]

  /// The map of a search over just two settings with two values or more; nil for any other.
  init?(_ record: SearchRecord) {
    guard record.settings.count == 2, record.rows.count > record.hopeless else { return nil }
    values = (0..<2).map { axis in
      let written = record.rows.map { $0.point[axis] }
      return written.indices.filter { !written[..<$0].contains(written[$0]) }.map { written[$0] }
        .sorted { (Double($0) ?? .infinity, $0) < (Double($1) ?? .infinity, $1) }
    }
    guard values.allSatisfy({ $0.count > 1 }) else { return nil }
    self.record = record
  }

  /// Draws the picture, see `FigurePlot`; a note where it was not drawn.
  func write(to path: String) throws -> String? { try FigurePlot.draw(to: path, script) }

  private func script(_ output: String) -> String {
    var rows: [String] = []
    for (y, second) in values[1].enumerated() {
      for (x, first) in values[0].enumerated() {
        let row = record.rows.first { $0.point == [first, second] }
        rows.append("\(x) \(y) \(row?.best.map { NumberText.exact($0.value) } ?? "NaN")")
      }
    }
    func tics(_ axis: Int) -> String {
      values[axis].enumerated().map { "\(PlotScript.quoted($1)) \($0)" }.joined(separator: ", ")
    }
    return """
      set encoding utf8
      set terminal svg noenhanced size \(160 + 80 * values[0].count),\(140 + 50 * values[1].count) \
      font 'sans-serif,12' background '#ffffff'
      set output \(PlotScript.quoted(output))
      set title \(PlotScript.quoted("\(record.system): \(record.metric)")) noenhanced
      set xlabel \(PlotScript.quoted(record.settings[0])) noenhanced
      set ylabel \(PlotScript.quoted(record.settings[1])) noenhanced
      set xtics (\(tics(0))) noenhanced
      set ytics (\(tics(1))) noenhanced
      set xrange [-0.5:\(values[0].count).0-0.5]
      set yrange [-0.5:\(values[1].count).0-0.5]
      set tics scale 0
      set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')
      $data << END
      \(rows.joined(separator: "\n"))
      END
      plot $data using 1:2:3 with image pixels notitle, \
      $data using 1:2:($3 == $3 ? sprintf('%.4f', $3) : '') with labels notitle
      unset output

      """
  }
}
