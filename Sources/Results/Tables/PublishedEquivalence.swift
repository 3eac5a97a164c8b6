import Evaluation

/// Which measured means differ from the printed numbers by less than what matters.
///
/// Two one-sided t-tests over seeds, each cell by itself; see ``EquivalenceTest``.
package struct PublishedEquivalence {
  /// A number that a paper prints.
  package struct Cell: Sendable {
    let system: String
    let metric: String
    let value: Double

    /// A system's number in a metric.
    package init(system: String, metric: String, value: Double) {
      (self.system, self.metric, self.value) = (system, metric, value)
    }
  }

  private let published: [Cell]
  private let margins: [(metric: String, margin: Double)]
  private let records: [TrialRecord]
  private static let level = 0.05

  /// Compares what trials measured with what is printed.
  ///
  /// - Parameter margins: the smallest difference that matters, of the metrics that say so.
  package init(
    _ published: [Cell], margins: [(metric: String, margin: Double)], records: [TrialRecord]
  ) {
    (self.published, self.margins, self.records) = (published, margins, records)
  }

  /// A line for below the table; none where nothing says what matters, or nothing is printed.
  package var footnotes: [String] {
    var (equivalent, others, untested): ([String], [String], [String]) = ([], [], [])
    for cell in published {
      guard let margin = margins.first(where: { $0.metric == cell.metric })?.margin else {
        continue
      }
      let name = "\(cell.system) \(MetricHeading.text(for: cell.metric))"
      switch isEquivalent(cell, within: margin) {
      case true?: equivalent.append(name)
      case false?: others.append(name)
      case nil: untested.append(name)
      }
    }
    guard !(equivalent + others + untested).isEmpty else { return [] }
    let limits = margins.map {
      "\(MetricHeading.text(for: $0.metric)) ± \(NumberText.exact($0.margin))"
    }
    func list(_ cells: [String]) -> String {
      cells.isEmpty ? "none" : cells.joined(separator: ", ")
    }
    return [
      "Equivalent to what is printed (two one-sided t-tests over seeds at"
        + " \(NumberText.exact(Self.level)), \(limits.joined(separator: ", "))): \(list(equivalent));"
        + " not shown to be: \(list(others))"
        + (untested.isEmpty ? "" : "; of fewer than two seeds, so not tested: \(list(untested))")
    ]
  }

  /// Nil where fewer than two seeds have a value.
  private func isEquivalent(_ cell: Cell, within margin: Double) -> Bool? {
    let measured = records.filter { $0.system == cell.system }.compactMap {
      $0.value(of: cell.metric)?.value
    }
    let printed = [Double](repeating: cell.value, count: measured.count)
    guard let sample = try? PairedSample(measured, against: printed, over: .seeds) else {
      return nil
    }
    return EquivalenceTest(sample, margin: margin).p <= Self.level
  }
}
