import Basics
import Foundation

/// The files `readings.csv` and `readings.md` of a spec.
package struct ReadingFiles: Sendable {
  private let title: String
  private let tables: [TableReadings]

  package init(title: String, _ tables: [TableReadings]) {
    (self.title, self.tables) = (title, tables)
  }

  /// A line a table, row, reading and column.
  package var csv: String {
    let lines = tables.flatMap { table in
      table.rows.flatMap { row in
        var lines: [[String]] = []
        if let stated = row.stated { lines += cells(table, row, "stated", stated) }
        lines += cells(table, row, "nearest", row.nearest)
        for column in table.columns.map(\.name) {
          guard let alone = row.alone[column] else { continue }
          lines += cells(table, row, "alone", alone).filter { $0[3] == column }
        }
        return lines
      }
    }
    return CSV.text(
      header: [
        "table", "row", "reading", "column", "printed", "metric", "measured", "sd", "within",
        "choices",
      ], rows: lines)
  }

  private func cells(
    _ table: TableReadings, _ row: TableReadings.Row, _ reading: String, _ match: ReadingMatch
  ) -> [[String]] {
    zip(table.columns, match.rows[0]).compactMap { column, cell in
      cell.map { cell in
        [
          table.table, row.label, reading, column.name, NumberText.exact(cell.printed), cell.metric,
          cell.measured.map { NumberText.exact($0.mean) } ?? "",
          cell.measured?.sd.map(NumberText.exact) ?? "", cell.isWithin ? "yes" : "no",
          match.choices.text,
        ]
      }
    }
  }

  /// For readers: a table of rows, and of each row its columns.
  package var markdown: String {
    var text = "# Readings of \(MarkdownText.escaped(title))\n\n" + Self.explanation
    for table in tables {
      text += "\n## \(MarkdownText.escaped(table.table))\n\n"
      text += MarkdownTable.text(
        header: ["Row", "Verdict", "Nearest reading", "Columns within", "Chance"],
        rows: table.rows.map { row in
          let within = row.nearest.within
          return [
            MarkdownText.cell(row.label), row.verdict,
            MarkdownText.cell(row.nearest.choices.text), "\(within.count) of \(within.of)",
            NumberText.rounded(row.chance),
          ]
        }, numbers: false)
      text += "\n"
      if let together = table.together {
        let within = together.within
        text +=
          "\nAll rows whose systems need no training, together: "
          + "\(MarkdownText.escaped(together.choices.text)); \(within.count) of \(within.of)"
          + " numbers within.\n"
      }
      for row in table.rows { text += "\n" + section(table, row) }
      for note in table.notes { text += "\n- \(MarkdownText.escaped(note))" }
      if !table.notes.isEmpty { text += "\n" }
    }
    return text
  }

  private func section(_ table: TableReadings, _ row: TableReadings.Row) -> String {
    let priced = row.nearest.choices.map { "\($0.text) (\(NumberText.rounded($0.price)))" }
    let freedoms = priced.isEmpty ? "none" : priced.joined(separator: ", ")
    var rows: [[String]] = []
    for (place, column) in table.columns.enumerated() {
      guard let cell = row.nearest.rows[0][place] else { continue }
      rows.append([
        MarkdownText.cell(column.name), NumberText.exact(cell.printed),
        Self.number(row.stated?.rows[0][place]),
        Self.number(cell), cell.isWithin ? "yes" : "no",
        row.alone[column.name].map {
          MarkdownText.cell($0.choices.text)
            + (($0.rows[0][place]?.isWithin ?? false) ? ", within" : "")
        } ?? "",
      ])
    }
    return "### \(MarkdownText.escaped(row.label))\n\nFreedoms, with their prices in nats:"
      + " \(MarkdownText.escaped(freedoms)). \(row.count) readings were compared"
      + (row.hasOwn ? "" : ", none of them of the row's own system")
      + ".\n\n"
      + MarkdownTable.text(
        header: ["Column", "Printed", "As stated", "Nearest", "Within", "Nearest of it alone"],
        rows: rows) + "\n"
  }

  private static func number(_ cell: ReadingMatch.Cell?) -> String {
    guard let measured = cell?.measured else { return "" }
    return NumberText.rounded(measured.mean)
      + (measured.sd.map { " ± \(NumberText.rounded($0))" } ?? "")
  }

  private static let explanation = """
    A reading says what a paper leaves open: the split, which events are positive, what is filtered
    and ranked, how columns are defined and ordered. What costs least is the nearest: the price of
    its freedoms, and how far each column lies from what is measured under it. *Within* is a column
    that differs by no more than its rounding and two standard deviations over seeds. *Chance* is the
    share of rows drawn at random, each column between the least and the greatest of all
    readings, that are found as near: a great share explains nothing. A reading found on published
    numbers is a guess about the paper; it compares no systems.

    """

  /// Writes both files into a folder. Throws `Problem.run` where that cannot be done.
  package func write(to folder: String) throws(Problem) {
    try Files.makeFolder(folder)
    try Files.writeAtomically(csv, to: "\(folder)/readings.csv")
    try Files.writeAtomically(markdown, to: "\(folder)/readings.md")
  }
}
