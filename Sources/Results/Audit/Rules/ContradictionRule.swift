import Evaluation

/// One system on one data set has one value of a measure, wherever a paper prints it.
struct ContradictionRule: AuditRule {
  static let name = "contradiction"

  func check(_ tables: [AuditTable], _ report: inout AuditReport) {
    for (place, table) in tables.enumerated() where table.rows == .system {
      for other in tables[..<place]
      where other.rows == .system && other.document == table.document
        && other.definitions.dataset == table.definitions.dataset
      {
        for (row, label) in table.labels.enumerated() {
          guard let otherRow = other.labels.firstIndex(of: label) else { continue }
          for (column, name) in table.columns.enumerated() where name.measure.isRankingMetric {
            guard let otherColumn = other.columns.firstIndex(where: { $0.measure == name.measure }),
              let number = table.number(row, column),
              let otherNumber = other.number(otherRow, otherColumn),
              number.value.isFinite, otherNumber.value.isFinite,
              !number.interval.meets(otherNumber.interval)
            else { continue }
            report.add(
              finding(
                table, "a paper gives one number for one measurement",
                cells: table.text(row, [column]),
                bound: "\(otherNumber.text) in \(other.name) of \(other.file)",
                onlyIf: "the two were measured by protocols that differ"))
          }
        }
      }
    }
  }
}

extension Measure {
  /// Whether the column's measure alone says what was measured.
  fileprivate var isRankingMetric: Bool {
    [.precision, .recall, .ndcg, .mrr, .hitRate].contains(kind)
  }
}
