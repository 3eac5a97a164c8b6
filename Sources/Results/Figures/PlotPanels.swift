/// The panels of the kinds of figures.
extension PlotScript {
  /// A line a system against epochs, with a band of one standard deviation where there are seeds.
  static func curves(_ data: FigureData, _ metric: String, _ name: String) -> Panel {
    var panel = Panel()
    var (lines, undefined): ([String], [String]) = ([], [])
    for (number, line) in data.series.filter({ $0.metric == metric }).enumerated() {
      let points = line.points.filter { $0.spread.mean.isFinite }
      guard let first = points.first else {
        if line.points.contains(where: \.spread.mean.isNaN) { undefined.append(line.system) }
        continue
      }
      let place = data.systems.firstIndex(of: line.system) ?? 0
      let title = "title \(quoted(line.system)) noenhanced"
      if points.count == 1 {
        // A system that is fitted once has a level, not a curve.
        lines.append(
          "\(NumberText.exact(first.spread.mean)) with lines \(lineStyle(place, isLevel: true)) \(title)"
        )
        continue
      }
      let block = "\(name)_\(number)"
      panel.block(block, points.map { row(String($0.epoch), $0.spread) })
      if points.contains(where: { $0.spread.sd != nil }) {
        panel.plots.append(
          "\(block) using 1:($2-$3):($2+$3) with filledcurves fillcolor rgb '\(color(place))' notitle"
        )
      }
      lines.append("\(block) using 1:2 with lines \(lineStyle(place)) \(title)")
    }
    panel.plots += lines
    panel.name(undefined)
    return panel
  }

  /// A line a recommender against a setting, with error bars of one standard deviation; what the
  /// paper calls the best value is a dashed line across. Values over a wide range are on a
  /// logarithmic axis; what hardly changes looks flat, for the vertical axis spans a fifth of the
  /// greatest value at least.
  static func sweep(_ data: SweepData, _ metric: String, _ name: String) -> Panel {
    var panel = Panel()
    let series = data.series.filter { $0.metric == metric }
    var undefined: [String] = []
    for (place, line) in series.enumerated() {
      let points = line.points.filter { $0.spread.mean.isFinite }
      guard !points.isEmpty else {
        if line.points.contains(where: \.spread.mean.isNaN) { undefined.append(line.recommender) }
        continue
      }
      let (block, color) = ("\(name)_\(place)", color(place))
      panel.block(block, points.map { row(NumberText.exact($0.value), $0.spread) })
      if points.contains(where: { $0.spread.sd != nil }) {
        panel.plots.append(
          "\(block) \(errorBars) linecolor rgb '\(color)' notitle")
      }
      panel.plots.append(
        "\(block) using 1:2 with linespoints pointtype 7 pointsize 0.6 linewidth 2"
          + " linecolor rgb '\(color)' title \(quoted(line.recommender)) noenhanced")
    }
    guard !panel.plots.isEmpty else { return panel }
    panel.name(undefined)
    let values = series.flatMap(\.points).map(\.value) + (data.optimum.map { [$0] } ?? [])
    if let least = values.min(), let most = values.max(), least > 0, most >= 20 * least {
      panel.data += "set logscale x\n"
    }
    let ends = series.flatMap(\.points).map(\.spread).filter(\.mean.isFinite).flatMap {
      [$0.mean - ($0.sd ?? 0), $0.mean + ($0.sd ?? 0)]
    }
    panel.data += "set autoscale y\n"
    if let low = ends.min(), let high = ends.max(), high - low < high / 5 {
      let (least, most) = ((low + high) / 2 - high / 10, (low + high) / 2 + high / 10)
      panel.data += "set yrange [\(NumberText.exact(least)):\(NumberText.exact(most))]\n"
    }
    if let optimum = data.optimum {
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

  /// A bar a system with an error bar of one standard deviation, and a mark where the paper's number is.
  static func bars(_ data: BarData, _ metric: String, _ name: String) -> Panel {
    var panel = Panel()
    let bars = data.bars.filter { $0.metric == metric }
    let measured = bars.enumerated().compactMap { place, bar in
      bar.spread.flatMap { $0.mean.isFinite ? (place, $0) : nil }
    }
    guard !measured.isEmpty else { return panel }
    let names = zip(data.systems, bars).enumerated().map { place, bar in
      let isUndefined = bar.1.spread?.mean.isNaN == true
      return "\(quoted(bar.0 + (isUndefined ? " (\(NumberText.undefined))" : ""))) \(place)"
    }
    panel.data += "set xtics noenhanced rotate by 25 right (\(names.joined(separator: ", ")))\n"
    panel.data += "set boxwidth 0.7\nset style fill solid 0.6 noborder\n"
    panel.data += "set xrange [-0.6:\(data.systems.count - 1).6]\nset yrange [0:*]\n"
    panel.block(
      "\(name)_bars",
      measured.map { place, spread in
        "\(row(String(place), spread)) \(Int(color(place).dropFirst(), radix: 16) ?? 0)"
      })
    panel.plots.append(
      "\(name)_bars using 1:2:4 with boxes linecolor rgb variable notitle")
    if measured.contains(where: { $0.1.sd != nil }) {
      panel.plots.append(
        "\(name)_bars \(errorBars) linewidth 1.5 linecolor rgb '#333333' notitle")
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

  /// A line a system of the share of clicks against the mean predicted probability; on the dashed diagonal
  /// both are the same.
  static func reliability(_ data: ReliabilityData, _ metric: String, _ name: String) -> Panel {
    var panel = Panel()
    for (number, line) in data.series.filter({ $0.metric == metric }).enumerated() {
      guard !line.points.isEmpty else { continue }
      let block = "\(name)_\(number)"
      panel.block(
        block,
        line.points.map { "\(NumberText.exact($0.probability)) \(NumberText.exact($0.share))" })
      let place = data.systems.firstIndex(of: line.system) ?? 0
      panel.plots.append(
        "\(block) using 1:2 with linespoints pointtype 7 pointsize 0.5 \(lineStyle(place))"
          + " title \(quoted(line.system)) noenhanced")
    }
    guard !panel.plots.isEmpty else { return panel }
    panel.data += "set xrange [0:1]\nset yrange [0:1]\n"
    panel.plots.append(
      "x with lines dashtype 2 linewidth 1.5 linecolor rgb '#666666' title 'calibrated' noenhanced")
    return panel
  }

  /// One standard deviation to either side, with caps. Gnuplot's own error bars come with a point,
  /// which leaves a white hole in what is below.
  private static let errorBars =
    "using 1:($2-$3):(0):(2*$3) with vectors heads size screen 0.006,90 fixed"

  /// A place, the mean and the standard deviation, 0 for a single seed.
  private static func row(_ place: String, _ spread: Spread) -> String {
    "\(place) \(NumberText.exact(spread.mean)) \(NumberText.exact(spread.sd ?? 0))"
  }
}

extension PlotScript.Panel {
  /// Names those in the legend whose metric was measured and is not defined, beside others that are drawn.
  fileprivate mutating func name(_ undefined: [String]) {
    guard !plots.isEmpty else { return }
    plots += undefined.map {
      "NaN with dots linecolor rgb '#999999'"
        + " title \(PlotScript.quoted("\($0) (\(NumberText.undefined))")) noenhanced"
    }
  }
}
