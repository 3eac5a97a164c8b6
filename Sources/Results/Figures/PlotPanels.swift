/// What panels of several kinds of figures have in common.
extension PlotScript {
  /// One standard deviation to either side, with caps. Gnuplot's own error bars come with a point,
  /// which leaves a white hole in what is below.
  static let errorBars =
    "using 1:($2-$3):(0):(2*$3) with vectors heads size screen 0.006,90 fixed"

  /// A place, the mean and the standard deviation, 0 for a single seed.
  static func row(_ place: String, _ spread: Spread) -> String {
    "\(place) \(NumberText.exact(spread.mean)) \(NumberText.exact(spread.sd ?? 0))"
  }
}

extension PlotScript.Panel {
  /// Names those in the legend whose metric was measured and is not defined, beside others that are
  /// drawn.
  mutating func name(_ undefined: [String]) {
    guard !plots.isEmpty else { return }
    plots += undefined.map {
      "NaN with dots linecolor rgb '#999999'"
        + " title \(Gnuplot.text("\($0) (\(NumberText.undefined))")) noenhanced"
    }
  }
}
