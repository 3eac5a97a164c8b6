import Evaluation

@testable import Results

/// A published table of systems by ranking metrics.
///
/// - Parameters:
///   - columns: canonical names with a cut-off, or kinds of measures.
///   - rows: a label and its digits as printed, nil where nothing is printed.
func auditTable(
  _ columns: [String], _ rows: [(String, [String?])], file: String = "a.json", name: String = "t",
  document: String = "paper", rows kind: AuditTable.Rows = .system,
  _ define: (inout PublishedDefinitions) -> Void = { _ in }
) -> AuditTable {
  var definitions = PublishedDefinitions()
  define(&definitions)
  return AuditTable(
    file: file, document: document, name: name, rows: kind,
    columns: columns.map { AuditTable.Column($0, measure($0)) }, labels: rows.map(\.0),
    definitions: definitions
  ) { label, column in
    let row = rows.first { $0.0 == label }
    return columns.firstIndex(of: column).flatMap { row?.1[$0] }.map(printed)
  }
}

/// The findings of one rule.
func findings(_ rule: String, _ tables: AuditTable...) -> [Finding] {
  AuditReport(tables).findings.filter { $0.rule == rule }
}

/// `.5340` is printed with four decimals.
private func printed(_ digits: String) -> PrintedNumber {
  let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
  return PrintedNumber(Double(digits) ?? .nan, decimals: decimals)
}

private func measure(_ name: String) -> Measure {
  let parts = name.split(separator: "@")
  let kind = Measure.Kind(rawValue: String(parts[0])) ?? .number
  return Measure(kind, at: parts.dropFirst().first.flatMap { Int($0) })
}
