/// A law of arithmetic that published numbers must obey.
///
/// A new rule is one file under `Rules/` with a type that conforms to this, named in
/// ``AuditRules/all``.
protocol AuditRule: Sendable {
  /// The name in files: `growth`.
  static var name: String { get }

  /// Looks at all tables that are audited together and reports what breaks the law, and what could
  /// not be looked at.
  func check(_ tables: [AuditTable], _ report: inout AuditReport)
}

/// A rule that looks at one table at a time.
protocol TableRule: AuditRule {
  /// Looks at one table.
  func check(_ table: AuditTable, _ report: inout AuditReport)
}

extension TableRule {
  func check(_ tables: [AuditTable], _ report: inout AuditReport) {
    for table in tables { check(table, &report) }
  }
}

extension AuditRule {
  /// What this rule found in a table.
  func finding(
    _ table: AuditTable, _ law: String, cells: String, bound: String,
    onlyIf condition: String? = nil
  ) -> Finding {
    Finding(
      file: table.file, table: table.name, rule: Self.name, law: law, cells: cells, bound: bound,
      condition: condition)
  }

  /// The numbers of a row's cells, whose intervals are known; nil, and a note, when one is missing.
  ///
  /// A row that prints none of them is no row of these columns, and not worth a note.
  func numbers(
    _ table: AuditTable, _ row: Int, _ columns: [Int], _ report: inout AuditReport
  ) -> [PrintedNumber]? {
    let numbers = columns.map { table.number(row, $0) }
    let usable = numbers.compactMap(\.self).filter(\.value.isFinite)
    if usable.count == columns.count { return usable }
    guard numbers.contains(where: { $0 != nil }) else { return nil }
    let missing = zip(columns, numbers).filter { !($0.1?.value.isFinite ?? false) }
      .map { table.columns[$0.0].heading + ($0.1 == nil ? " is not printed" : " is no number") }
    report.skip(
      table, Self.name, "\(table.labels[row]): " + missing.joined(separator: ", "))
    return nil
  }
}

/// The rules that every audit applies.
enum AuditRules {
  /// All of them, in the order in which findings are reported.
  static let all: [any AuditRule] = [
    RangeRule(), GrowthRule(), PooledRatioRule(), PooledCutoffRule(), TestItemsRule(),
    RankingBoundsRule(), F1Rule(), F1BoundRule(), SparsityRule(), KnownDatasetRule(), LogLossRule(),
    RepeatRule(), ContradictionRule(),
  ]
}
