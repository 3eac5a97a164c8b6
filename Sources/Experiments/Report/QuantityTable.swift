import Basics
import Evaluation
import Results

/// A table in the paper's own columns, of which each row shows several systems.
extension TableSpec {
  /// The columns that trials measure.
  var measured: [(quantity: QuantitySpec, by: MeasuredQuantity)] {
    quantities.compactMap { quantity in quantity.measured.map { (quantity, $0) } }
  }

  /// Whether the table differs from run to run.
  var holdsTimes: Bool { measured.contains { $0.by.cost != nil } }

  /// The table, the published numbers beside what was measured.
  ///
  /// - Parameters:
  ///   - records: The finished trials of the spec.
  ///   - curves: Their learning curves.
  ///   - gaps: The rows that lack seeds.
  /// - Throws: as `ResultTable` does.
  func quantityTable(
    title: String, _ records: [TrialRecord], _ curves: Curve, notes: [String],
    gaps: [ResultTable.Gap]
  ) throws(Problem) -> ResultTable {
    let rows = measured.first?.by.systems.map(\.label) ?? []
    var published: [String: [String: Double]] = [:]
    for quantity in quantities {
      for cell in quantity.published {
        published[cell.row, default: [:]][quantity.name] = cell.number.value
      }
    }
    return try ResultTable(
      title: title, metrics: measured.map(\.quantity.name), systems: rows, published: published,
      records: quantityRecords(records, curves), notes: notes, gaps: gaps,
      better: measured.map { $0.by.take == .bestEpoch ? .neither : $0.by.metric?.better ?? .lower },
      numbers: measured.map {
        ResultTable.Numbers(isCount: $0.quantity.isCount, isMetric: $0.by.cost == nil)
      })
  }

  /// What was measured, as the records of rows: their values are the paper's columns. Claims look
  /// there for the numbers that they compare.
  func quantityRecords(_ records: [TrialRecord], _ curves: Curve) -> [TrialRecord] {
    guard let first = measured.first else { return [] }
    let numbers = MeasuredNumbers(curves: curves)
    return first.by.systems.flatMap { row in
      records.filter { $0.system == row.system }.map { record in
        var own = TrialRecord()
        (own.system, own.seed) = (row.label, record.seed)
        own.values = measured.map { column in
          let system = column.by.systems.first { $0.label == row.label }?.system
          let source = records.first { $0.system == system && $0.seed == record.seed }
          return column.quantity.value(of: source, column.by, numbers)
        }
        return own
      }
    }
  }
}

extension QuantitySpec {
  /// The number of a system in this column; NaN where there is none.
  fileprivate func value(
    of record: TrialRecord?, _ measured: MeasuredQuantity, _ curves: MeasuredNumbers
  ) -> MetricValue {
    if let cost = measured.cost {
      let value = record.flatMap { cost.value(of: $0) }
      return MetricValue(name, definition: cost.definition, value: value ?? .nan)
    }
    let metric = measured.metric
    let definition = metric.map { "\($0.name), \($0.definition)" } ?? ""
    let value =
      metric.flatMap { metric in
        guard measured.take != .reported, let record else {
          return record?.value(of: metric.name)?.value
        }
        return curves.values(Quantity(record.system, metric.name, measured.take))[record.seed]
      } ?? .nan
    let isShare = kind == .percent && measured.take != .bestEpoch
    let words =
      switch measured.take {
      case .reported: definition
      case .best: "the best of the learning curve of \(definition)"
      case .bestEpoch: "the epoch of the best of the learning curve of \(definition)"
      }
    return MetricValue(
      name, definition: (isShare ? "100 × " : "") + words, value: isShare ? 100 * value : value)
  }
}
