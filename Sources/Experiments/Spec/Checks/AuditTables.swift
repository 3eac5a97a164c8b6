import Basics
import Evaluation
import Results

/// What a spec's tables look like to the audit.
extension Spec {
  /// The published tables.
  ///
  /// - Parameter file: The spec's file, as the user named it.
  package func auditTables(file: String) -> [AuditTable] {
    tables.map { table in
      AuditTable(
        file: file, document: source.doi ?? source.document ?? file, name: table.name,
        rows: table.rows, columns: table.auditColumns, labels: rowLabels(of: table),
        definitions: definitions(of: table), number: table.printed)
    }
  }

  /// What the paper says of the numbers in this spec's tables.
  ///
  /// - Parameter file: The spec's file, as the user named it.
  package func auditedClaims(file: String) -> [AuditedClaim] {
    let published = publishedNumbers
    return claims.map { AuditedClaim(file: file, $0, on: published) }
  }

  /// The rows in the order shown; without systems, in the order printed.
  private func rowLabels(of table: TableSpec) -> [String] {
    if !table.systems.isEmpty { return table.systems }
    let isOfSystems = table.rows == .system && table.kind?.rows == nil
    let known = isOfSystems ? systems.map(\.label) : []
    let printed =
      table.published.map(\.system) + table.quantities.flatMap { $0.published.map(\.row) }
    var labels: [String] = []
    for label in known + printed where !labels.contains(label) { labels.append(label) }
    return labels
  }

  /// What the table declares; else what its metrics' names say, and the data set that is measured.
  private func definitions(of table: TableSpec) -> PublishedDefinitions {
    var definitions = table.definitions
    let settings = table.columns.map { $0.rule.settings }
    if settings.contains(where: { $0["averaging"] == "micro" }) {
      definitions.averaging = definitions.averaging ?? .micro
    }
    for ideal in [PublishedDefinitions.Ideal.full, .uncut]
    where settings.contains(where: { $0["ideal"] == .string(ideal.rawValue) }) {
      definitions.ideal = definitions.ideal ?? ideal
    }
    let measured = Set(systems(of: table).compactMap { try? data(of: $0).dataset })
    if measured.count == 1 { definitions.dataset = definitions.dataset ?? measured.first }
    return definitions
  }
}

extension TableSpec {
  fileprivate var auditColumns: [AuditTable.Column] {
    columns.map { AuditTable.Column($0.name, $0.measure) }
      + quantities.map { AuditTable.Column($0.name, $0.measure) }
  }

  fileprivate func printed(_ label: String, _ column: String) -> PrintedNumber? {
    published.first { $0.system == label && $0.metric.name == column }?.printed
      ?? quantities.first { $0.name == column }?.published.first { $0.row == label }?.number
  }
}

extension MetricRule {
  /// The settings, cut-off included, as an object.
  fileprivate var settings: JSON { encoded() }
}
