/// The panel of a scatter plot.
extension PlotScript {
  /// A point with its label a system, at the means of the first metric of the data and of this one;
  /// `width` and `height` are the panel's, in pixels, about.
  static func scatter(
    _ data: BarData, _ metric: String, _ name: String, width: Double, height: Double
  ) -> Panel {
    func mean(_ system: String, _ metric: String?) -> Double? {
      let bar = data.bars.first { $0.system == system && $0.metric == metric }
      return bar?.spread.flatMap { $0.mean.isFinite ? $0.mean : nil }
    }
    let points = data.systems.enumerated().compactMap { place, system -> ScatterPoint? in
      guard let x = mean(system, data.metrics.first), let y = mean(system, metric) else {
        return nil
      }
      return ScatterPoint(x: x, y: y, color: color(place), name: system)
    }
    var panel = Panel()
    // Room for the names on the right.
    guard let across = Axis(points.map(\.x), before: 0.05, after: 0.25, pixels: width),
      let up = Axis(points.map(\.y), before: 0.08, after: 0.08, pixels: height)
    else { return panel }
    panel.block(name, points.map(\.row))
    panel.data += "set xrange \(across.range)\nset yrange \(up.range)\n"
    panel.plots = [
      "\(name) using 1:2:3 with points pointtype 7 pointsize 0.7 linecolor rgb variable notitle"
    ]
    let places = points.map {
      LabelPlacement.Point(x: across.pixel($0.x), y: up.pixel($0.y), name: $0.name)
    }
    let labels = LabelPlacement(width: width, height: height).labels(places)
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
          return "\(x) \(y) \(doubleQuoted($0.name))"
        })
      panel.plots.append(
        "\(name)_\(side) using 1:2:3 with labels \(side) font ',9' noenhanced notitle")
    }
    return panel
  }

  private struct ScatterPoint {
    let x, y: Double
    let color, name: String

    var place: String { "\(NumberText.exact(x)) \(NumberText.exact(y))" }

    var row: String {
      "\(place) \(Int(color.dropFirst(), radix: 16) ?? 0) \(doubleQuoted(name))"
    }
  }

  /// From values to pixels and back.
  private struct Axis {
    let least, most, pixels: Double

    /// An axis around the values, with shares of their range before and after them; nil without values.
    init?(_ values: [Double], before: Double, after: Double, pixels: Double) {
      guard let least = values.min(), let most = values.max() else { return nil }
      let range = most > least ? most - least : max(abs(most), 1)
      (self.least, self.most, self.pixels) = (least - before * range, most + after * range, pixels)
    }

    var range: String { "[\(NumberText.exact(least)):\(NumberText.exact(most))]" }
    func pixel(_ value: Double) -> Double { (value - least) / (most - least) * pixels }
    func value(_ pixel: Double) -> Double { least + pixel / pixels * (most - least) }
  }

  /// A string in a block of data.
  private static func doubleQuoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "'") + "\""
  }
}
