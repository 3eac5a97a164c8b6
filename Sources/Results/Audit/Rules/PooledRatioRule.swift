/// Pooled, P@N = H / (N·|U|) and R@N = H / Σ|T|, so N·P@N / R@N = Σ|T| / |U|: the held-out items of a
/// user on average, which no system can change.
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

/// P@N and R@N of a row, read as pooled.
private struct PooledNumbers {
  let columns: [Int]
  let precision: PrintedNumber
  let recall: PrintedNumber
  /// Σ|T| / |U|.
  let itemsPerUser: Interval

  /// What lets the numbers be.
  static let condition = "P@N and R@N are means over users, not pooled"

  /// Nil where a number is missing, or rounds to 0 so that nothing follows.
  init?(
    _ table: AuditTable, _ row: Int, _ cutoff: Int, _ rule: some AuditRule,
    _ report: inout AuditReport
  ) {
    guard let first = table.column(.precision, at: cutoff),
      let second = table.column(.recall, at: cutoff),
      let numbers = rule.numbers(table, row, [first, second], &report)
    else { return nil }
    columns = [first, second]
    (precision, recall) = (numbers[0], numbers[1])
    itemsPerUser = (precision.interval / recall.interval).scaled(by: Double(cutoff))
    guard itemsPerUser.isKnown, precision.interval.low > 0 else { return nil }
  }
}
