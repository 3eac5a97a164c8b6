import Basics

/// The numbers of a step's table as a heat map: correlations from −1 to 1, or profiles of clusters,
/// whose columns have a scale each, from their least to their largest. What is not defined stays
/// white.
struct StepMatrix {
  let title: String
  let table: StepTable

  /// The gnuplot program.
  func script(_ output: String) -> String {
    let columns = Array(table.header.dropFirst(table.labels))
    let names = table.rows.map(name)
    let width = 300 + 75 * columns.count
    let height = 160 + 32 * names.count
    let isMatrix = table.picture == .matrix
    var lines = [
      "set encoding utf8",
      "set terminal svg noenhanced size \(width),\(height) font 'sans-serif,12' background '#ffffff'",
      "set output \(Gnuplot.text(output))",
      "set title \(Gnuplot.text(title)) noenhanced",
      "set xtics (\(tics(columns))) noenhanced rotate by -30",
      "set ytics (\(tics(names))) noenhanced",
      "set xrange [-0.5:\(max(1, columns.count)).0-0.5]",
      "set yrange [\(max(1, names.count)).0-0.5:-0.5]",
      "set tics scale 0",
      isMatrix
        ? "set palette defined (-1 '#d55e00', 0 '#ffffff', 1 '#4292c6')"
        : "set palette defined (0 '#eff6fc', 0.5 '#9ecae1', 1 '#4292c6')",
      isMatrix ? "set cbrange [-1:1]" : "set cbrange [0:1]",
    ]
    if !isMatrix { lines.append("unset colorbox") }
    lines.append("$data << END")
    for (y, row) in table.rows.enumerated() {
      for x in columns.indices {
        let cell = row[table.labels + x]
        let shade = shade(StepTable.number(cell), table.labels + x)
        let text = shade.isNaN ? "" : StepTable.rounded(cell)
        lines.append(
          "\(x) \(y) \(shade.isNaN ? "NaN" : NumberText.exact(shade)) \(Gnuplot.cell(text))")
      }
    }
    lines += [
      "END",
      "plot $data using 1:2:3 with image pixels notitle, $data using 1:2:4 with labels notitle",
      "unset output",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where on its scale a number lies; of a column of equal numbers in the middle.
  private func shade(_ value: Double, _ column: Int) -> Double {
    guard value.isFinite else { return .nan }
    guard table.picture == .profile else { return min(1, max(-1, value)) }
    let all = table.rows.map { StepTable.number($0[column]) }.filter(\.isFinite)
    guard let least = all.min(), let most = all.max(), most > least else { return 0.5 }
    return (value - least) / (most - least)
  }

  /// What a row is called: its labels; of a profile, whose labels are numbers, with what they are.
  private func name(_ row: [JSON]) -> String {
    zip(table.header, row).prefix(table.labels).map { head, cell in
      let text = StepTable.exact(cell)
      return table.picture == .profile ? "\(head) \(text)" : text
    }.joined(separator: ", ")
  }

  private func tics(_ names: [String]) -> String {
    names.enumerated().map { "\(Gnuplot.tic($1)) \($0)" }.joined(separator: ", ")
  }
}
