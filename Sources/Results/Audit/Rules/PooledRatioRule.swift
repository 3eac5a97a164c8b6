/// Pooled, P@N = H / (N·|U|) and R@N = H / Σ|T|, so N·P@N / R@N = Σ|T| / |U|: the held-out items of
/// a user on average, which no system can change.
struct PooledRatioRule: TableRule {
  static let name = "pooled-ratio"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    guard table.definitions.averaging == .micro else { return }
    for cutoff in table.cutoffs(.precision, .recall) {
      var (low, high) = (0.0, Double.infinity)
      var cells: [String] = []
      for row in table.labels.indices {
        guard let pooled = PooledNumbers(table, row, cutoff, self, &report) else { continue }
        let ratio = pooled.itemsPerUser.scaled(by: 1 / Double(cutoff))
        (low, high) = (max(low, ratio.low), min(high, ratio.high))
        cells.append(
          "\(table.labels[row]) \(NumberText.rounded(pooled.precision.value / pooled.recall.value))"
        )
      }
      guard cells.count > 1, low > high + Interval.slack else { continue }
      report.add(
        finding(
          table, "pooled, P@N / R@N is one number for all systems: Σ|T| / (N·|U|)",
          cells: "P@\(cutoff) / R@\(cutoff): " + cells.joined(separator: ", "),
          bound: "should be equal", onlyIf: PooledNumbers.condition))
    }
  }
}
