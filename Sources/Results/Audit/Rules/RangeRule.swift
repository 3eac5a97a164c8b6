import Evaluation

/// Every measure has a range: P@N lies between 0 and 1, counts are whole.
struct RangeRule: TableRule {
  static let name = "range"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    for row in table.labels.indices {
      for (place, column) in table.columns.enumerated() {
        guard let number = table.number(row, place) else { continue }
        let cells = table.text(row, [place])
        let range = column.measure.interval
        if !number.value.isFinite {
          report.add(finding(table, "a result is a number", cells: cells, bound: "a finite number"))
        } else if !number.interval.meets(range) {
          report.add(
            finding(
              table, "every measure has its range", cells: cells,
              bound: "\(column.heading) is \(range.extent)"))
        } else if column.measure.isWhole, number.value != number.value.rounded() {
          report.add(
            finding(table, "a count is whole", cells: cells, bound: "\(column.heading) is whole"))
        }
      }
    }
  }
}

extension Interval {
  /// For readers: `0 to 1`, `at least 0`.
  fileprivate var extent: String {
    high == .infinity
      ? "at least \(NumberText.exact(low))"
      : "\(NumberText.exact(low)) to \(NumberText.exact(high))"
  }
}

extension Measure {
  /// The values that it can take.
  var interval: Interval { Interval(range.lowerBound, range.upperBound) }
}
