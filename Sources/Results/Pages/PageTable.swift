import Evaluation

/// A table narrow enough for a page: in each cell our number, the paper's below it.
struct PageTable {
  private let header: [String]
  private let rows: [[String]]

  /// The table of these lines; systems and metrics in the order in which they first come.
  ///
  /// - Parameters:
  ///   - counts: the columns whose numbers are whole.
  ///   - isOfCosts: whether NaN is what there is not, where else it is a metric that is not
  ///     defined.
  init(_ entries: [TableEntry], counts: Set<String> = [], isOfCosts: Bool = false) {
    let metrics = Self.distinct(entries.map(\.metric))
    header =
      [entries.contains(where: \.isCounted) ? "Data set" : "System"]
      + metrics.map { MarkdownText.cell(MetricHeading.text(for: $0)) }
    let systems = Self.distinct(entries.map(\.system))
    var rows = systems.map { system in
      [MarkdownText.cell(system)]
        + metrics.map { metric in
          let numbers = ResultTable.Numbers(
            isCount: counts.contains(metric), isMetric: !isOfCosts)
          return entries.first { $0.system == system && $0.metric == metric }.map {
            Self.text(of: $0, numbers)
          } ?? "–"
        }
    }
    let printed = Set(entries.filter { $0.published != nil }.map(\.system))
    if !entries.contains(where: \.isCounted),
      let place = ResultTable.firstOwnRow(systems.map(printed.contains))
    {
      rows.insert(["*not in the paper*"] + metrics.map { _ in "" }, at: place)
    }
    self.rows = rows
  }

  /// The table as Markdown.
  var markdown: String { MarkdownTable.text(header: header, rows: rows) }

  /// Our mean, its spread and, slanted, the paper's number, each on a line that does not break.
  private static func text(of entry: TableEntry, _ numbers: ResultTable.Numbers) -> String {
    var lines = [numbers.text(entry.mean)]
    if let sd = entry.sd, sd.isFinite {
      lines.append("<sub>±\u{A0}\(numbers.text(sd))</sub>")
    }
    if let published = entry.published {
      lines.append("<sub><i>\(numbers.text(published))</i></sub>")
    }
    return lines.joined(separator: "<br>")
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// A Markdown table without padding.
enum MarkdownTable {
  /// The text of a table, without a newline at its end: names to the left, and all but the first
  /// column to the right where they hold numbers. Cells are Markdown, see
  /// ``MarkdownText/cell(_:)``.
  static func text(header: [String], rows: [[String]], numbers: Bool = true) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = header.indices.map { $0 == 0 || !numbers ? ":--" : "--:" }
    return ([line(header), line(rule)] + rows.map(line)).joined(separator: "\n")
  }
}
