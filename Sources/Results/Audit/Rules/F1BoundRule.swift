import Evaluation

/// A list of N for a user with |T| held-out items has F1@N ≤ 2 min(N, |T|) / (N + |T|), so that no
/// list is good at lengths far from |T|.
///
/// Of many users with a mean of T held-out items, all three F1 are at most 2T / (N + T) where T ≤ N;
/// beyond that pooled ones are at most 2N / (N + T), and means can come to 1. A number that is the
/// mean over several lengths of one test set is possible only where these lengths are close.
struct F1BoundRule: TableRule {
  static let name = "f1-bound"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    for (place, column) in table.columns.enumerated() where column.isF1 {
      if let cutoff = column.measure.cutoff {
        checkLength(table, place, Double(cutoff), &report)
      } else if let count = table.definitions.lengths, count > 1 {
        checkMean(table, place, count, &report)
      }
    }
  }

  private func checkLength(
    _ table: AuditTable, _ column: Int, _ cutoff: Double, _ report: inout AuditReport
  ) {
    let definitions = table.definitions
    guard let users = definitions.testUsers, let items = definitions.testItems else { return }
    let mean = Double(items) / Double(users)
    let isPooled = definitions.averaging == .micro
    guard mean < cutoff || isPooled else { return }
    let bound = F1Lengths.bound(cutoff, mean)
    for row in table.labels.indices {
      guard let number = table.number(row, column), number.interval.low > bound + Interval.slack
      else { continue }
      report.add(
        finding(
          table, "F1@N is at most 2 min(N, |T|) / (N + |T|)", cells: table.text(row, [column]),
          bound: "at most \(NumberText.rounded(bound)) with \(NumberText.rounded(mean)) held-out"
            + " items a user"))
    }
  }

  private func checkMean(
    _ table: AuditTable, _ column: Int, _ count: Int, _ report: inout AuditReport
  ) {
    let lengths = F1Lengths(count: count)
    let usual = lengths.greatestMean(ratio: Double(count))
    for row in table.labels.indices {
      guard let number = table.number(row, column), number.interval.low > usual + Interval.slack
      else { continue }
      let ratio = NumberText.decimals(lengths.greatestRatio(mean: number.interval.low), 2)
      report.add(
        finding(
          table, "F1@N is at most 2 min(N, |T|) / (N + |T|)",
          cells: table.text(row, [column]),
          bound: "over \(count) lengths N, 2N … \(count)N of one test set the mean is at most"
            + " \(NumberText.rounded(usual))",
          onlyIf: "the longest list is at most \(ratio) times the shortest, or each length has"
            + " users of its own"))
    }
  }
}

extension AuditTable.Column {
  /// Whether it is F1 of all users, whatever it is a mean of.
  fileprivate var isF1: Bool {
    measure.kind == .f1 || (heading.hasPrefix("F1@") && !heading.contains("step="))
  }
}
