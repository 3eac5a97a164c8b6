/// P@N and R@N of a row, read as pooled.
struct PooledNumbers {
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
