import Basics

extension ResultTable {
  /// The wide form for a document: a row a system, and in each cell the published value, ours with
  /// its standard deviation, and the difference; definitions, seeds and notes below. Where nothing
  /// is published, ours alone.
  package var markdown: String {
    var lines = ["# \(MarkdownText.heading(title))", ""]
    let headings = [rowHeading] + columns.map { MarkdownText.cell($0.heading) }
    var body = rows.map { row in
      [MarkdownText.cell(row.heading)]
        + zip(columns, row.cells).map { text(of: $1, $0.numbers, isGap: row.isGap) }
    }
    if let place = firstOwnRow {
      body.insert(["*not in the paper*"] + columns.map { _ in "" }, at: place)
    }
    let widths = headings.indices.map { column in
      ([headings] + body).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { place, cell in
        Self.padded(cell.0, to: cell.1, left: place == 0)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    lines.append(line(headings))
    let rules = widths.enumerated().map { place, width in
      let dashes = String(repeating: "-", count: width + 1)
      return place == 0 ? ":" + dashes : dashes + ":"
    }
    lines.append("|" + rules.joined(separator: "|") + "|")
    lines += body.map(line)
    lines += ["", legend, ""]
    lines += footnotes.map { "- \(MarkdownText.item($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a row stands for.
  var rowHeading: String { kind == .dataset ? "Data set" : "System" }

  /// How a cell of the wide form is read.
  private var legend: String {
    switch (kind, hasPublished) {
    case (.dataset, true):
      "Each cell: published → ours, and (ours − published). A dash: not published, or not counted."
    case (.dataset, false): "A dash: not counted."
    case (.system, true):
      "Each cell: published → ours, the mean ± standard deviation over seeds, and (ours − published)."
        + " Of ours, the best of a column is **bold**, the second best <u>underlined</u>."
        + " A dash: not published, or not measured."
    case (.system, false):
      "Each cell: the mean ± standard deviation over seeds; the best of a column is **bold**, the"
        + " second best <u>underlined</u>. A dash: not measured."
    }
  }

  /// The table for a terminal: four lines a system, so that eight metrics fit into 100 columns.
  package var plainText: String {
    var grid = [["", ""] + columns.map(\.heading)]
    for (place, row) in rows.enumerated() {
      if place == firstOwnRow { grid.append(["not in the paper:", ""] + columns.map { _ in "" }) }
      grid += lines(of: row).map { [$0.system, $0.kind.rawValue] + $0.values }
    }
    let widths = grid[0].indices.map { column in
      grid.map { TerminalText.width(of: $0[column]) }.max() ?? 0
    }
    let lines = grid.map { row in
      let cells = zip(row, widths).enumerated().map { place, cell in
        TerminalText.padded(cell.0, to: cell.1, left: place < 2)
      }
      return cells.joined(separator: "  ").trimmingSuffix(" ")
    }
    return ([title, ""] + lines + [""] + footnotes).joined(separator: "\n") + "\n"
  }

  /// One of the lines that a system has in the terminal and in LaTeX.
  struct Line {
    enum Kind: String {
      case published, ours
      case deviation = "± sd"
      case difference
    }

    /// The label, in the first line only.
    let system: String
    let kind: Kind
    /// A number a column.
    let values: [String]
  }

  /// The lines of one system: deviations where there are some, differences where there are some.
  func lines(of row: Row) -> [Line] {
    func numbers(_ value: (Cell) -> Double?) -> [String] {
      zip(columns, row.cells).map { column, cell in
        let number = value(cell)
        return number?.isNaN == true ? NumberText.rounded(nil) : column.numbers.text(number)
      }
    }
    let ours = zip(columns, row.cells).map { $0.numbers.text($1.measured?.mean) }
    var lines: [(Line.Kind, [String])] = []
    if hasPublished { lines.append((.published, numbers(\.published))) }
    lines.append(
      (.ours, row.isGap ? row.cells.map { _ in Self.gap } : ours))
    if row.seeds.count > 1 { lines.append((.deviation, numbers { $0.measured?.sd })) }
    if row.cells.contains(where: { $0.difference != nil }) {
      lines.append((.difference, numbers(\.difference).map(NumberText.signed)))
    }
    return lines.enumerated().map { place, line in
      Line(system: place == 0 ? row.heading : "", kind: line.0, values: line.1)
    }
  }

  /// Whether the paper printed any of the numbers.
  var hasPublished: Bool { rows.contains { $0.cells.contains { $0.published != nil } } }

  /// Definitions (metrics that share one are named together), seeds, and the table's own notes.
  var footnotes: [String] {
    var notes: [String] = []
    var seen: Set<String> = []
    for column in columns where !column.definition.isEmpty {
      let base = column.metric.prefix { $0 != "@" && $0 != "(" }
      guard seen.insert(base + ":" + column.definition).inserted else { continue }
      let alike = columns.filter {
        $0.definition == column.definition && $0.metric.prefix { $0 != "@" && $0 != "(" } == base
      }
      let headings = alike.map(\.heading).joined(separator: ", ")
      notes.append("\(headings): \(column.definition)")
    }
    let measured = rows.filter { !$0.seeds.isEmpty }
    if Set(measured.map(\.seeds)).count == 1 {
      notes.append("Seeds: " + Self.list(measured[0].seeds))
    } else if !measured.isEmpty {
      let each = measured.map { "\($0.system) \(Self.list($0.seeds))" }
      notes.append("Seeds: " + each.joined(separator: "; "))
    }
    return notes + self.notes
  }

  private static func list(_ seeds: [Int]) -> String {
    seeds.map(String.init).joined(separator: ", ")
  }

  /// What stands in place of a number that could not be measured.
  private static let gap = "gap"

  private func text(of cell: Cell, _ numbers: Numbers, isGap: Bool) -> String {
    let published = cell.published?.isNaN == true ? nil : cell.published
    var text = hasPublished ? numbers.text(published) + " → " : ""
    guard !isGap else { return text + Self.gap }
    let mean = numbers.text(cell.measured?.mean)
    guard let measured = cell.measured, !measured.mean.isNaN else { return text + mean }
    switch cell.mark {
    case .best: text += "**\(mean)**"
    case .second: text += "<u>\(mean)</u>"
    case nil: text += mean
    }
    if let sd = measured.sd { text += " ± \(numbers.text(sd))" }
    if let difference = cell.difference, !difference.isNaN {
      text += " (\(NumberText.signed(numbers.text(difference))))"
    }
    return text
  }

  private static func padded(_ text: String, to width: Int, left: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + space : space + text
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
