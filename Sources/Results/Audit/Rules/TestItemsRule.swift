/// Pooled, Σ|T| = N·|U|·P@N / R@N: the held-out items that a row implies are those of the data.
struct TestItemsRule: TableRule {
  static let name = "test-items"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    let definitions = table.definitions
    guard definitions.averaging == .micro, let users = definitions.testUsers,
      let items = definitions.testItems
    else { return }
    for cutoff in table.cutoffs(.precision, .recall) {
      for row in table.labels.indices {
        guard let pooled = PooledNumbers(table, row, cutoff, self, &report) else { continue }
        let implied = pooled.itemsPerUser.scaled(by: Double(users))
        guard !implied.meets(Interval(Double(items), Double(items))) else { continue }
        report.add(
          finding(
            table, "pooled, N·|U|·P@N / R@N is the number of held-out items",
            cells: table.text(row, pooled.columns)
              + ": about \(NumberText.rounded((implied.low + implied.high) / 2)) held-out items",
            bound: "there are \(items), of \(users) users", onlyIf: PooledNumbers.condition))
      }
    }
  }
}
