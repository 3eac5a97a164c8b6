import Basics

/// Several searches of one grid side by side: what each cost and how good its best point was.
package struct SearchComparison: Sendable {
  private let searches: [SearchRecord]

  /// The comparison of the searches that look for the best by one metric among the points of one
  /// grid; empty when there are no two of them.
  ///
  /// - Parameter records: all searches of a spec; the first says which grid is compared.
  package init(_ records: [SearchRecord]) {
    let alike = records.filter { record in
      records.count { $0.isComparable(with: record) } > 1
    }
    searches = alike.filter { $0.isComparable(with: alike[0]) }
  }

  private static let header = [
    "system", "points tried", "epochs over seeds", "cost", "best", "behind the best",
  ]

  private func rows(_ number: (Double?) -> String) -> [[String]] {
    let most = searches.map(\.trained).max() ?? 0
    let better = searches[0].better
    let top = searches.compactMap { $0.ranked.first?.best?.value }
      .max { better.prefers($1, to: $0) }
    return searches.map { search in
      let best = search.ranked.first?.best?.value
      let behind = best.flatMap { best in top.map { abs($0 - best) } }
      return [
        search.system, "\(search.rows.count)", "\(search.trained)",
        number(most == 0 ? nil : Double(search.trained) / Double(most)), number(best),
        number(behind),
      ]
    }
  }

  /// The comparison with all digits.
  var csv: String { CSV.text(header: Self.header, rows: rows { NumberText.exact($0) }) }

  private var cells: [[String]] {
    rows { NumberText.rounded($0) }.map { $0.map(MarkdownText.cell) }
  }

  /// The comparison for a document.
  var markdown: String {
    """
    # Searches of one grid

    Best: the best mean of \(MarkdownText.escaped(searches[0].metric)) over seeds that the search saw. Cost: its epochs as a share of the
    most that any of these took.

    \(MarkdownTable.text(header: Self.header, rows: cells))

    """
  }

  /// Writes `searches.csv` and `searches.md`, where there is something to compare.
  package func write(to folder: String) throws {
    guard !searches.isEmpty else { return }
    try ResultFile.write(csv, to: "\(folder)/searches.csv")
    try ResultFile.write(markdown, to: "\(folder)/searches.md")
  }
}

extension SearchRecord {
  /// Epochs trained in all, seeds added; what continued counts once.
  package var trained: Int { rows.reduce(0) { $0 + $1.trained } }

  fileprivate func isComparable(with other: SearchRecord) -> Bool {
    settings == other.settings && points == other.points && metric == other.metric
  }
}
