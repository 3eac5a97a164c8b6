import Basics

/// The tables that one step made for all seeds, and of all data where there are several, as files.
package struct StepReport: Sendable {
  /// Of which seed, and of which data.
  package struct Part: Sendable {
    let seed: Int
    /// Empty where the spec has one data set.
    let data: String
    let table: StepTable

    /// A table of this seed and data.
    package init(seed: Int, data: String, table: StepTable) {
      (self.seed, self.data, self.table) = (seed, data, table)
    }

    /// What tells it apart from the others.
    var label: String { data.isEmpty ? "seed \(seed)" : "\(data), seed \(seed)" }
  }

  /// Drawn above the picture and at the head of the document.
  let title: String
  /// `pipeline-4-k-means`: the name of the files.
  package let name: String
  let parts: [Part]

  /// The report of tables of one name; there must be one.
  package init(title: String, name: String, parts: [Part]) {
    (self.title, self.name, self.parts) = (title, name, parts)
  }

  private var hasData: Bool { parts.contains { !$0.data.isEmpty } }

  /// Every column of any table, in the order in which they first occur.
  private var header: [String] {
    parts.flatMap(\.table.header).reduce(into: []) { header, name in
      if !header.contains(name) { header.append(name) }
    }
  }

  /// All tables, one below the other, numbers with all their digits.
  var csv: String {
    let header = header
    let rows = parts.flatMap { part in
      part.table.rows.map { row in
        (hasData ? [part.data] : []) + ["\(part.seed)"]
          + header.map { name in
            part.table.header.firstIndex(of: name).map { StepTable.exact(row[$0]) } ?? ""
          }
      }
    }
    return CSV.text(header: (hasData ? ["data"] : []) + ["seed"] + header, rows: rows)
  }

  /// The tables for a document, a section each; equal ones share a section.
  var markdown: String {
    var sections: [(labels: [String], table: StepTable)] = []
    for part in parts {
      if let place = sections.firstIndex(where: { $0.table == part.table }) {
        sections[place].labels.append(part.label)
      } else {
        sections.append(([part.label], part.table))
      }
    }
    var text = "# \(MarkdownText.heading("\(title): \(name)"))\n"
    for section in sections {
      let table = section.table
      let rows = table.rows.map { $0.map(StepTable.rounded) }
      let lines = ([table.header, table.header.map { _ in "---" }] + rows).map {
        "| " + $0.map(MarkdownText.cell).joined(separator: " | ") + " |"
      }
      text += "\n## \(MarkdownText.heading(section.labels.joined(separator: "; ")))\n\n"
      text += lines.joined(separator: "\n") + "\n"
      for note in table.notes { text += "\n- \(MarkdownText.item(note))" }
      if !table.notes.isEmpty { text += "\n" }
    }
    return text
  }

  /// Writes `<name>.csv` and `<name>.md`.
  package func write(to folder: String) throws(Problem) {
    try ResultFile.write(csv, to: "\(folder)/\(name).csv")
    try ResultFile.write(markdown, to: "\(folder)/\(name).md")
  }

  /// Whether there is a picture.
  package var isDrawn: Bool { parts[0].table.picture != .none }

  /// Draws the picture, see `FigurePlot`: of curves a line a part, of anything else the first part.
  ///
  /// Returns why it was not drawn, if it was not.
  package func draw(to path: String) throws -> String? {
    let script: (String) -> String
    switch parts[0].table.picture {
    case .none: return nil
    case .curve: script = StepCurve(title: title, parts: parts).script
    case .matrix, .profile:
      script = StepMatrix(title: "\(title): \(parts[0].label)", table: parts[0].table).script
    }
    return try FigurePlot.draw(to: path, script)
  }
}
