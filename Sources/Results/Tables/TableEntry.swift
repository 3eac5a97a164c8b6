import Basics

/// One line of a table's long form, as it is read again to be compared.
package struct TableEntry: Sendable, Equatable {
  /// The label of the system.
  package let system: String
  package let metric: String
  /// How it was computed.
  package let definition: String
  /// What the paper says.
  package let published: Double?
  /// The mean over seeds; `nil` when nothing was measured.
  package let mean: Double?
  /// The sample standard deviation over seeds; `nil` for fewer than two.
  package let sd: Double?
  /// How many seeds were measured; 0 for what is counted in a data set.
  package let seeds: Int
  /// `mean − published`.
  package let difference: Double?
  /// Whether the number is counted in a data set and not measured by any seed.
  package var isCounted: Bool { mean != nil && seeds == 0 }

  /// The lines of the file at `path`.
  ///
  /// - Throws: `Problem.data` with file, line and column for anything that is not such a file.
  package static func read(_ path: String) throws(Problem) -> [TableEntry] {
    try parse(Files.read(path), file: path)
  }

  /// The lines of a text, see ``read(_:)``.
  package static func parse(_ bytes: [UInt8], file: String) throws(Problem) -> [TableEntry] {
    var entries: [TableEntry] = []
    for row in try CSV.parse(bytes, header: header, file: file) {
      entries.append(
        TableEntry(
          system: row.fields[0], metric: row.fields[1], definition: row.fields[2],
          published: try row.optionalNumber(3, "published"),
          mean: try row.optionalNumber(4, "mean"), sd: try row.optionalNumber(5, "sd"),
          seeds: try row.count(6, "seeds"), difference: try row.optionalNumber(7, "difference")))
    }
    return entries
  }

  static let header = [
    "system", "metric", "definition", "published", "mean", "sd", "seeds", "difference",
  ]
}

extension ResultTable {
  /// The table in long form, system after system.
  package var entries: [TableEntry] {
    rows.flatMap { row in
      zip(columns, row.cells).map { column, cell in
        TableEntry(
          system: row.system, metric: column.metric, definition: column.definition,
          published: cell.published, mean: cell.measured?.mean, sd: cell.measured?.sd,
          seeds: cell.measured == nil ? 0 : row.seeds.count, difference: cell.difference)
      }
    }
  }

  /// The long form as text: `system,metric,definition,published,mean,sd,seeds,difference`, numbers
  /// with all their digits, nothing where there is no number.
  package var csv: String {
    CSV.text(
      header: TableEntry.header,
      rows: entries.map {
        [
          $0.system, $0.metric, $0.definition, NumberText.exact($0.published),
          NumberText.exact($0.mean), NumberText.exact($0.sd), String($0.seeds),
          NumberText.exact($0.difference),
        ]
      })
  }

  /// Writes `<name>.csv` and `<name>.md` into a folder, which is made if it is missing.
  package func write(to folder: String, name: String) throws(Problem) {
    try ResultFile.write(csv, to: "\(folder)/\(name).csv")
    try ResultFile.write(markdown, to: "\(folder)/\(name).md")
  }

  /// As `write`, and `<name>.tex`, for a table that an article may print.
  package func writeForPrint(to folder: String, name: String) throws(Problem) {
    try write(to: folder, name: name)
    try ResultFile.write(latex(name: name), to: "\(folder)/\(name).tex")
  }
}
