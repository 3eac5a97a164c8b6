/// A model's LogLoss is at least the entropy that its scores leave, and the AUC bounds that from
/// below.
struct LogLossRule: TableRule {
  static let name = "log-loss"

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    guard let auc = table.column(.auc), let loss = table.column(.logLoss) else { return }
    let isPrinted = table.labels.indices.contains {
      table.number($0, auc) != nil && table.number($0, loss) != nil
    }
    guard isPrinted else { return }
    guard let rate = table.definitions.baseRate else {
      report.skip(table, Self.name, "the share of positives is not declared (baseRate)")
      return
    }
    for row in table.labels.indices {
      guard let numbers = numbers(table, row, [auc, loss], &report) else { continue }
      let (area, printed) = (numbers[0].interval.high, numbers[1].interval.high)
      let least = LeastLogLoss(auc: area)
      let bound = least.value(baseRate: rate)
      guard printed < bound - Interval.slack else { continue }
      let (rare, common) = least.baseRates(within: printed)
      report.add(
        finding(
          table, "LogLoss is at least the entropy that an AUC leaves",
          cells: table.text(row, [auc, loss]),
          bound: "at least \(NumberText.rounded(bound)) with \(Self.percent(rate)) % positives",
          onlyIf: "at most \(Self.percent(rare)) % are positives, or at least"
            + " \(Self.percent(common)) %"))
    }
  }

  private static func percent(_ share: Double) -> String { NumberText.decimals(100 * share, 1) }
}
