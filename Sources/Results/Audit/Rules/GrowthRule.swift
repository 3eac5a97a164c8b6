import Evaluation

/// A longer list holds all that a shorter one holds: hits, and with them recall, hit rate and MRR,
/// cannot fall as N grows, and N·P@N cannot grow by more than the places that are added.
struct GrowthRule: TableRule {
  static let name = "growth"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    for kind in [Measure.Kind.mrr, .recall, .hitRate, .precision] {
      let columns = table.columns(kind)
      for (short, long) in zip(columns, columns.dropFirst())
      where table.depth(of: short) < table.depth(of: long) {
        for row in table.labels.indices {
          guard let numbers = numbers(table, row, [short, long], &report) else { continue }
          let finding =
            kind == .precision
            ? hits(table, row, short, long, numbers) : growth(table, row, short, long, numbers)
          if let finding { report.add(finding) }
        }
      }
    }
  }

  private func growth(
    _ table: AuditTable, _ row: Int, _ short: Int, _ long: Int, _ numbers: [PrintedNumber]
  ) -> Finding? {
    let least = numbers[0].interval.low
    guard numbers[1].interval.high < least - Interval.slack else { return nil }
    let name = table.columns[long].heading.prefix { $0 != "@" }
    return finding(
      table, "\(name)@N cannot fall as N grows", cells: table.text(row, [short, long]),
      bound: "\(table.columns[long].heading) is at least \(table.columns[short].heading),"
        + " \(numbers[0].text)")
  }

  private func hits(
    _ table: AuditTable, _ row: Int, _ short: Int, _ long: Int, _ numbers: [PrintedNumber]
  ) -> Finding? {
    guard let a = table.columns[short].measure.cutoff, let b = table.columns[long].measure.cutoff
    else { return nil }
    let before = numbers[0].interval.scaled(by: Double(a))
    let range = Interval(before.low / Double(b), (before.high + Double(b - a)) / Double(b))
    guard !numbers[1].interval.meets(range) else { return nil }
    return finding(
      table, "a list of N holds the hits of every shorter one",
      cells: table.text(row, [short, long]),
      bound: "\(table.columns[long].heading) is \(range.rounded)")
  }
}
