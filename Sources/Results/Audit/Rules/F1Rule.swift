/// F1 is the harmonic mean of precision and recall. Of one P and one R it is 2PR / (P + R); as a
/// mean over users it is no more than that, because the harmonic mean is concave, and at least 2R@N
/// / (N + 1), because 2h / (N + |T|) ≥ (h / |T|)·2 / (N + 1) for each user.
struct F1Rule: TableRule {
  static let name = "f1"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    for column in table.columns(.f1) {
      let cutoff = table.columns[column].measure.cutoff
      guard let first = table.column(.precision, at: cutoff),
        let second = table.column(.recall, at: cutoff)
      else { continue }
      for row in table.labels.indices {
        guard let numbers = numbers(table, row, [first, second, column], &report) else { continue }
        let (precision, recall) = (numbers[0].interval, numbers[1].interval)
        guard precision.low > 0, recall.low > 0 else { continue }
        let whole = Interval(
          Self.f1(precision.low, recall.low), Self.f1(precision.high, recall.high))
        let mean = cutoff.map { Interval(2 * recall.low / Double($0 + 1), whole.high) }
        if numbers[2].interval.meets(whole) { continue }
        let averaging = table.definitions.averaging
        let isMean = mean.map(numbers[2].interval.meets) ?? false
        if isMean, averaging == .macro { continue }
        let bound = averaging == .macro ? mean ?? whole : whole
        report.add(
          finding(
            table, "F1 is 2PR / (P + R)", cells: table.text(row, [first, second, column]),
            bound: "\(table.columns[column].heading) is \(bound.rounded)",
            onlyIf: isMean ? "F1 is the mean of the users' own F1" : nil))
      }
    }
  }

  private static func f1(_ precision: Double, _ recall: Double) -> Double {
    2 * precision * recall / (precision + recall)
  }
}
