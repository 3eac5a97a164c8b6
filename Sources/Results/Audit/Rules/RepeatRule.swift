/// Different data give different numbers: a table, or a row, that repeats one measured on other
/// data or of another system was copied.
struct RepeatRule: AuditRule {
  static let name = "repeat"

  /// So many equal numbers in a row are no coincidence.
  private static let least = 4

  func check(_ tables: [AuditTable], _ report: inout AuditReport) {
    for (place, table) in tables.enumerated() where table.rows == .system {
      checkRows(table, &report)
      for other in tables[..<place] where other.rows == .system {
        guard let data = table.definitions.dataset, let otherData = other.definitions.dataset,
          data != otherData
        else { continue }
        check(table, data, against: other, otherData, &report)
      }
    }
  }

  /// Two systems of one table.
  private func checkRows(_ table: AuditTable, _ report: inout AuditReport) {
    for row in table.labels.indices {
      for other in table.labels.indices.prefix(row) {
        let columns = table.columns.indices.filter {
          table.number(row, $0) != nil && table.number(other, $0) != nil
        }
        guard columns.count >= Self.least,
          columns.allSatisfy({ table.number(row, $0) == table.number(other, $0) })
        else { continue }
        report.add(
          finding(
            table, "different systems give different numbers",
            cells: "\(table.labels[other]) and \(table.labels[row]): all \(columns.count) equal",
            bound: "numbers that differ", onlyIf: "one row was copied from the other"))
      }
    }
  }

  /// The same rows on other data.
  private func check(
    _ table: AuditTable, _ data: String, against other: AuditTable, _ otherData: String,
    _ report: inout AuditReport
  ) {
    var shared = 0
    var repeated: [(row: String, count: Int)] = []
    for (row, label) in table.labels.enumerated() {
      guard let otherRow = other.labels.firstIndex(of: label) else { continue }
      let pairs = table.columns.enumerated().compactMap { column, name in
        other.columns.firstIndex(of: name).flatMap { otherColumn in
          table.number(row, column).flatMap { number in
            other.number(otherRow, otherColumn).map { (number, $0) }
          }
        }
      }
      guard pairs.count >= Self.least else { continue }
      shared += 1
      if pairs.allSatisfy({ $0.0 == $0.1 }) { repeated.append((label, pairs.count)) }
    }
    guard !repeated.isEmpty else { return }
    let count = repeated.map(\.count).reduce(0, +)
    let rows = repeated.map(\.row).joined(separator: ", ")
    let what = repeated.count == shared ? "the whole table" : "rows"
    report.add(
      finding(
        table, "different data give different numbers",
        cells: "\(rows): all \(count) numbers equal those of \(other.name) in \(other.file)",
        bound: "\(what) repeated, though one is of \(data) and the other of \(otherData)",
        onlyIf: "one was copied from the other"))
  }
}
