import Evaluation
import Results
import Schema

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
  /// - Parameter records: The finished trials of the spec.
  /// - Throws: as `ResultTable` does.
  func quantityTable(
    title: String, _ records: [TrialRecord], notes: [String]
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
      records: quantityRecords(records), notes: notes,
      better: measured.map { $0.by.metric?.better ?? .lower })
  }

  /// What was measured, as the records of rows: their values are the paper's columns. Claims look
  /// there for the numbers that they compare.
  func quantityRecords(_ records: [TrialRecord]) -> [TrialRecord] {
    guard let first = measured.first else { return [] }
    return first.by.systems.flatMap { row in
      records.filter { $0.system == row.system }.map { record in
        var own = TrialRecord()
        (own.system, own.seed) = (row.label, record.seed)
        own.values = measured.map { column in
          let system = column.by.systems.first { $0.label == row.label }?.system
          let source = records.first { $0.system == system && $0.seed == record.seed }
          return column.quantity.value(of: source, column.by)
        }
        return own
      }
    }
  }
}

extension QuantitySpec {
  /// The number of a system in this column; NaN where there is none.
  fileprivate func value(of record: TrialRecord?, _ measured: MeasuredQuantity) -> MetricValue {
    if let cost = measured.cost {
      let value = record.flatMap { cost.value(of: $0) }
      return MetricValue(name, definition: cost.definition, value: value ?? .nan)
    }
    let metric = measured.metric
    let value = metric.flatMap { record?.value(of: $0.name) }
    let definition = metric.map { "\($0.name), \($0.definition)" } ?? ""
    guard kind == .percent else {
      return MetricValue(name, definition: definition, value: value?.value ?? .nan)
    }
    return MetricValue(
      name, definition: "100 × \(definition)", value: 100 * (value?.value ?? .nan))
  }
}
