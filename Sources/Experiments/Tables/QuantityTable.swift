import Basics
import Evaluation
import Results

/// A table in the paper's own columns, of which each row shows several systems.
struct QuantityTable: TableKind {
  private let table: TableSpec
  /// The columns that trials measure.
  private let measured: [(quantity: QuantitySpec, by: MeasuredQuantity)]

  init?(_ table: TableSpec) {
    measured = table.measured
    guard table.datasets.isEmpty, !measured.isEmpty else { return nil }
    self.table = table
  }

  /// Measured quantities make a table of their own, with the same rows in every column.
  func check(_ json: JSON) throws(Problem) {
    try table.refuse(
      [
        ("columns", !table.columns.isEmpty), ("published", !table.published.isEmpty),
        ("systems", !table.systems.isEmpty),
      ], json, beside: "quantities that are measured")
    let first = measured[0].by.systems.map(\.label)
    for (quantity, place) in zip(table.quantities, try json.at("quantities").asArray()) {
      guard let measured = quantity.measured else {
        throw place.problem("other quantities of this table are measured; expected \"measured\"")
      }
      guard Set(measured.systems.map(\.label)) == Set(first) else {
        throw (place["measured"]?["systems"] ?? place).problem(
          "every measured quantity has the same rows; expected \(first.joined(separator: ", "))")
      }
    }
  }

  /// What stands beside the paper's own columns is measured here.
  func check(in spec: Spec, _ place: JSON) throws(Problem) {
    for (index, quantity) in table.quantities.enumerated() {
      guard let measured = quantity.measured else { continue }
      let published = place.at("quantities", index).at("published")
      try spec.check(measured, place.at("quantities", index).at("measured"))
      let rows = measured.systems.map(\.label)
      for label in quantity.published.map(\.row) where !rows.contains(label) {
        throw published.at(label).problem(
          "\"\(label)\" is no row of this table" + suggestion(for: label, among: rows))
      }
    }
  }

  var rows: [(label: String, system: String)]? {
    measured[0].by.systems.map { ($0.label, $0.system) }
  }

  var timedColumns: [String] { measured.filter { $0.by.cost != nil }.map(\.quantity.name) }

  func write(_ report: ReportSources, _ writing: inout OutputsWriting) {
    writing.add(writing.attempt { try made(report) }, table.name)
  }

  /// The table, the published numbers beside what was measured. Throws as `ResultTable` does.
  private func made(_ report: ReportSources) throws(Problem) -> ResultTable {
    var published: [String: [String: Double]] = [:]
    for quantity in table.quantities {
      for cell in quantity.published {
        published[cell.row, default: [:]][quantity.name] = cell.number.value
      }
    }
    let footnotes = report.footnotes
    return try ResultTable(
      title: report.spec.title, metrics: measured.map(\.quantity.name),
      systems: measured[0].by.systems.map(\.label), published: published,
      records: numbers(report).records, notes: footnotes.of(table),
      gaps: footnotes.gaps(in: table),
      better: measured.map {
        $0.by.take == .bestEpoch ? .neither : $0.by.metrics.first?.better ?? .lower
      },
      numbers: measured.map {
        ResultTable.Numbers(isCount: $0.quantity.isCount, isMetric: $0.by.cost == nil)
      })
  }

  /// What was measured, as the records of rows: their values are the paper's columns. Claims look
  /// there for the numbers that they compare.
  func numbers(_ report: ReportSources) -> TableNumbers {
    let numbers = MeasuredNumbers(curves: report.curves)
    let records = report.records
    return TableNumbers(
      records: measured[0].by.systems.flatMap { row in
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
      })
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
    if !measured.meanOf.isEmpty {
      return MetricValue(
        name, definition: measured.meanDefinition, value: measured.mean(of: record))
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

extension MeasuredQuantity {
  /// The mean of the metrics; NaN where one is missing or not defined.
  fileprivate func mean(of record: TrialRecord?) -> Double {
    let values = meanOf.map { record?.value(of: $0.name)?.value ?? .nan }
    return values.reduce(0, +) / Double(values.count)
  }

  fileprivate var meanDefinition: String {
    "mean of \(meanOf.map(\.name).joined(separator: ", "))"
      + (meanOf.first.map { ": \($0.definition)" } ?? "")
  }
}
