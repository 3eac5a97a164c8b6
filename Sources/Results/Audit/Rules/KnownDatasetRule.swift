/// The sizes of public data sets are known; a table that prints others has other data.
struct KnownDatasetRule: TableRule {
  static let name = "known-dataset"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    guard table.rows == .dataset, let users = table.column(.users),
      let items = table.column(.items), let interactions = table.column(.interactions)
    else { return }
    for row in table.labels.indices {
      guard let known = KnownDataset.all.first(where: { $0.name == table.labels[row] }),
        let numbers = numbers(table, row, [users, items, interactions], &report)
      else { continue }
      let counts = [known.users, known.items, known.interactions].map(Double.init)
      let printed = numbers.map(\.value)
      guard printed != counts else { continue }
      let isPart = zip(printed, counts).allSatisfy { $0 <= $1 }
      report.add(
        finding(
          table, "a public data set has its size",
          cells: table.text(row, [users, items, interactions]),
          bound: "\(known.name) has \(known.users) users, \(known.items) items,"
            + " \(known.interactions) interactions, sparsity \(known.sparsity) %",
          onlyIf: isPart ? "a part of \(known.name) was used that the paper does not describe" : nil
        ))
    }
  }
}

/// The size of a public data set.
private struct KnownDataset {
  let name: String
  let users: Int
  let items: Int
  let interactions: Int

  var sparsity: String {
    NumberText.decimals(100 * (1 - Double(interactions) / (Double(users) * Double(items))), 2)
  }

  /// Harper & Konstan 2015; items are those with a rating.
  static let all = [
    KnownDataset(name: "ml-100k", users: 943, items: 1682, interactions: 100_000),
    KnownDataset(name: "ml-1m", users: 6040, items: 3706, interactions: 1_000_209),
  ]
}
