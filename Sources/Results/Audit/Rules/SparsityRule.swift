/// Sparsity follows from the counts: 100 (1 − interactions / (users · items)) percent.
struct SparsityRule: TableRule {
  static let name = "sparsity"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    guard let users = table.column(.users), let items = table.column(.items),
      let interactions = table.column(.interactions), let sparsity = table.column(.sparsity)
    else { return }
    let columns = [users, items, interactions, sparsity]
    for row in table.labels.indices {
      guard let numbers = numbers(table, row, columns, &report) else { continue }
      let pairs = numbers[0].value * numbers[1].value
      guard pairs > 0 else { continue }
      let right = 100 * (1 - numbers[2].value / pairs)
      guard !numbers[3].interval.meets(Interval(right, right)) else { continue }
      let needed = NumberText.rounded((1 - numbers[3].value / 100) * pairs)
      report.add(
        finding(
          table, "sparsity is 1 − interactions / (users · items)", cells: table.text(row, columns),
          bound: "it is \(NumberText.decimals(right, 2)) %,"
            + " \(numbers[3].text) % would take about \(needed) interactions"))
    }
  }
}
