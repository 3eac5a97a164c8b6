/// What an audit found: impossible numbers, and what could not be looked at.
package struct AuditReport: Sendable {
  /// What breaks a law, file by file in the order audited.
  package private(set) var findings: [Finding] = []
  /// What could not be looked at, each once.
  package private(set) var skipped: [Skipped] = []
  /// What the paper says of its numbers, file by file.
  package let claims: [AuditedClaim]
  /// How many tables were looked at.
  package let tables: Int
  /// How many published numbers they hold.
  package let numbers: Int
  /// The files of the tables, in the order audited.
  let files: [String]

  /// Applies every rule to tables that are given together: some rules compare tables.
  ///
  /// Nothing is trained or downloaded: the numbers alone decide, each taken anywhere within the
  /// rounding of its printed digits.
  package init(_ tables: [AuditTable], claims: [AuditedClaim] = []) {
    self.claims = claims
    self.tables = tables.count
    numbers = tables.map(\.numberCount).reduce(0, +)
    var files: [String] = []
    for file in tables.map(\.file) + claims.map(\.file) where !files.contains(file) {
      files.append(file)
    }
    self.files = files
    for rule in AuditRules.all { rule.check(tables, &self) }
    findings = files.flatMap { file in findings.filter { $0.file == file } }
    skipped = files.flatMap { file in skipped.filter { $0.file == file } }
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  mutating func skip(_ table: AuditTable, _ rule: String, _ reason: String) {
    let skip = Skipped(file: table.file, table: table.name, rule: rule, reason: reason)
    if !skipped.contains(skip) { skipped.append(skip) }
  }
}

extension AuditTable {
  /// How many cells hold a number.
  fileprivate var numberCount: Int {
    labels.indices.reduce(0) { count, row in
      count + columns.indices.count { number(row, $0) != nil }
    }
  }
}
