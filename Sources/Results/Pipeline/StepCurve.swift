/// The second column of a step's tables against the first, a line a part: the index of a clustering
/// against the number of clusters. What is not defined leaves a gap.
struct StepCurve {
  let title: String
  let parts: [StepReport.Part]

  /// The gnuplot program.
  func script(_ output: String) -> String {
    let header = parts[0].table.header
    var lines = [
      "set encoding utf8",
      "set terminal svg noenhanced size 640,400 font 'sans-serif,12' background '#ffffff'",
      "set output \(Gnuplot.text(output))",
      "set title \(Gnuplot.text(title)) noenhanced",
      "set xlabel \(Gnuplot.text(header.first ?? "")) noenhanced",
      "set ylabel \(Gnuplot.text(header.dropFirst().first ?? "")) noenhanced",
      "set border 3 linecolor rgb '#666666'",
      "set tics nomirror",
      "set grid linecolor rgb '#dddddd' linetype 1",
      "set xtics 1",
      "set key rmargin center vertical reverse Left noenhanced",
    ]
    let places = parts.flatMap { $0.table.rows.map { StepTable.number($0[0]) } }
    if let least = places.min(), let most = places.max() {
      // A range of no width is none.
      lines.append("set xrange [\(NumberText.exact(least - 0.5)):\(NumberText.exact(most + 0.5))]")
      if most - least > 20 { lines.append("set xtics autofreq") }
    }
    var plots: [String] = []
    for (place, part) in parts.enumerated() {
      lines.append("$data_\(place) << END")
      lines += part.table.rows.map { row in
        let value = StepTable.number(row[1])
        let text = value.isFinite ? NumberText.exact(value) : "NaN"
        return "\(NumberText.exact(StepTable.number(row[0]))) \(text)"
      }
      lines.append("END")
      plots.append(
        "$data_\(place) using 1:2 with linespoints pointtype 7 pointsize 0.5"
          + " \(PlotScript.lineStyle(place)) title \(Gnuplot.text(part.label)) noenhanced")
    }
    lines.append("plot " + plots.joined(separator: ", "))
    return (lines + ["unset output"]).joined(separator: "\n") + "\n"
  }
}
