/// A reading, and how far printed rows lie from what was measured under it.
package struct ReadingMatch: Sendable {
  /// One printed number and what was measured for it.
  package struct Cell: Sendable {
    package let printed: Double
    /// The name of the metric that was measured.
    package let metric: String
    package let measured: Spread?
    /// Whether they differ by no more than rounding and two standard deviations over seeds.
    package let isWithin: Bool

    init(_ distance: ReadingDistance, _ metric: String, _ measured: Spread?) {
      (printed, self.metric, self.measured) = (distance.printed, metric, measured)
      isWithin = measured.map(distance.isWithin) ?? false
    }
  }

  /// What it costs, in nats but for a constant of the row.
  package let cost: Double
  /// The freedoms taken.
  package let choices: [ReadingChoice]
  /// See ``MeasuredReading/isOfOneSeed``.
  package let isOfOneSeed: Bool
  /// A cell a column of each row; nil where nothing is printed.
  package let rows: [[Cell?]]

  /// Columns within their tolerance, of all that are printed.
  package var within: (count: Int, of: Int) {
    let cells = rows.flatMap { $0.compactMap(\.self) }
    return (cells.count(where: \.isWithin), cells.count)
  }

  /// Whether every column is within its tolerance.
  package var isReproduced: Bool { within.count == within.of && within.of > 0 }
}
