/// What was measured on each of several folds: a row a system and fold, mean and deviation over
/// seeds, and below it how far the folds lie apart.
package enum FoldTable {
  /// The name of the files.
  package static let name = "folds"

  /// A trial on one of several published splits.
  package struct Fold: Sendable {
    /// The name of the split.
    package let name: String
    package let record: TrialRecord

    package init(name: String, record: TrialRecord) {
      (self.name, self.record) = (name, record)
    }

    /// The row of a table that it belongs to.
    fileprivate var row: String { "\(record.system), \(name)" }
  }

  /// The table of these folds, in their order; nil where there are none.
  ///
  /// Throws `Problem.data` where two are of the same system, fold and seed.
  package static func make(
    title: String, metrics: [String], folds: [Fold]
  ) throws -> ResultTable? {
    guard !folds.isEmpty else { return nil }
    let systems = distinct(folds.map(\.record.system))
    return try ResultTable(
      title: "\(title): folds", metrics: metrics, systems: distinct(folds.map(\.row)),
      records: folds.map { fold in
        var record = fold.record
        record.system = fold.row
        return record
      },
      notes: ["± is over seeds"]
        + systems.map { system in
          let own = folds.filter { $0.record.system == system }
          return "\(system), ± over folds: \(spreads(own, metrics))"
        }, better: metrics.map { _ in .neither })
  }

  /// How far folds lie apart, of means over seeds: `.0121 precision@5, .0098 recall@5`.
  private static func spreads(_ folds: [Fold], _ metrics: [String]) -> String {
    metrics.map { metric in
      let means = distinct(folds.map(\.name)).compactMap { name in
        Spread(folds.filter { $0.name == name }.map { $0.record.value(of: metric)?.value ?? .nan })?
          .mean
      }
      return "\(NumberText.rounded(Spread(means)?.sd)) \(metric)"
    }.joined(separator: ", ")
  }

  private static func distinct(_ names: [String]) -> [String] {
    names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
