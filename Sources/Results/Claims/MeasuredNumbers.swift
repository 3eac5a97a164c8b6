/// What was measured, by system, metric and seed.
package struct MeasuredNumbers: Sendable {
  /// A number that no seed has a part in, such as the users of a data set.
  package struct Count: Sendable, Equatable {
    let row: String
    let column: String
    let value: Double

    /// A number in its place.
    package init(row: String, column: String, value: Double) {
      (self.row, self.column, self.value) = (row, column, value)
    }
  }

  private let counts: [Count]
  /// What the intervals over seeds leave out.
  let level: Double
  /// The columns whose numbers are whole.
  let countColumns: Set<String>
  private let records: [TrialRecord]
  /// Learning curve by system, metric and seed.
  private let curves: [Address: [Int: LearningCurve]]

  private struct Address: Hashable {
    let system: String
    let metric: String
  }

  /// The numbers of finished trials, their learning curves, what was counted, and the columns whose
  /// numbers are whole.
  ///
  /// - Parameter looks: by which rule seeds were added; nil: there are as many as were asked for.
  package init(
    records: [TrialRecord] = [], curves: Curve = Curve(), counts: [Count] = [],
    countColumns: Set<String> = [], looks: SeedLooks? = nil
  ) {
    (self.records, self.counts, self.countColumns) = (records, counts, countColumns)
    level = looks?.level ?? 0.05
    var found: [Address: [Int: LearningCurve]] = [:]
    for point in curves.points {
      let address = Address(system: point.system, metric: point.metric)
      found[address, default: [:]][point.seed, default: LearningCurve()].append(
        x: Double(point.epoch), y: point.value)
    }
    self.curves = found
  }

  /// Whether the number is counted, so that no seed has a part in it.
  func isCounted(_ quantity: Quantity) -> Bool {
    counts.contains { $0.row == quantity.row && $0.column == quantity.column }
  }

  /// The curve of each seed; empty when none was measured.
  func curves(_ quantity: Quantity) -> [Int: LearningCurve] {
    curves[Address(system: quantity.row, metric: quantity.column), default: [:]]
  }

  /// The number of each seed, a count under a single one; empty when none was measured.
  package func values(_ quantity: Quantity) -> [Int: Double] {
    switch quantity.reading {
    case .best: return curves(quantity).compactMapValues { $0.best?.y }
    case .bestEpoch: return curves(quantity).compactMapValues { $0.best?.x }
    case .reported:
      var values: [Int: Double] = [:]
      for record in records where record.system == quantity.row {
        guard let value = record.value(of: quantity.column)?.value else { continue }
        values[record.seed] = value
      }
      for count in counts where count.row == quantity.row && count.column == quantity.column {
        values[0] = count.value
      }
      return values
    }
  }
}
