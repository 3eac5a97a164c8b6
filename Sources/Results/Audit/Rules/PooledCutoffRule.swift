/// Pooled, P@N / R@N falls as 1 / N: (P@a / R@a) / (P@b / R@b) = b / a for every system.
struct PooledCutoffRule: TableRule {
  static let name = "pooled-cutoff"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    guard table.definitions.averaging == .micro else { return }
    let cutoffs = table.cutoffs(.precision, .recall)
    for (a, b) in zip(cutoffs, cutoffs.dropFirst()) {
      for row in table.labels.indices {
        guard let short = PooledNumbers(table, row, a, self, &report),
          let long = PooledNumbers(table, row, b, self, &report),
          !short.itemsPerUser.meets(long.itemsPerUser)
        else { continue }
        let ratio =
          short.precision.value / short.recall.value * long.recall.value / long.precision.value
        report.add(
          finding(
            table, "pooled, (P@a / R@a) / (P@b / R@b) = b / a",
            cells: "\(table.labels[row]): (P@\(a) / R@\(a)) / (P@\(b) / R@\(b)) ="
              + " \(NumberText.rounded(ratio))",
            bound: "should be \(b) / \(a) = \(NumberText.rounded(Double(b) / Double(a)))",
            onlyIf: PooledNumbers.condition))
      }
    }
  }
}
