/// Comma-separated values as RFC 4180 has them, with a header line; written with `\n`.
package enum CSV {
  /// One line of a file that is being read.
  package struct Row {
    package let fields: [String]
    package let file: String
    /// Where the row begins, counted from 1.
    package let line: Int

    /// The problem with this row.
    package func problem(_ message: String) -> Problem { .data("\(file):\(line): \(message)") }

    /// The number in a column. Throws a `Problem` naming file, line and column.
    package func number(_ column: Int, _ name: String) throws(Problem) -> Double {
      guard let value = Double(fields[column]) else {
        throw problem("\(name): expected a number, found \"\(fields[column].prefix(40))\"")
      }
      return value
    }

    /// The number in a column that may be empty.
    package func optionalNumber(_ column: Int, _ name: String) throws(Problem) -> Double? {
      fields[column].isEmpty ? nil : try number(column, name)
    }

    /// The whole number in a column, not below zero.
    package func count(_ column: Int, _ name: String) throws(Problem) -> Int {
      guard let value = Int(fields[column]), value >= 0 else {
        throw problem("\(name): expected a whole number, found \"\(fields[column].prefix(40))\"")
      }
      return value
    }
  }

  /// The text of a table.
  package static func text(header: [String], rows: some Sequence<[String]>) -> String {
    var text = header.map(quoted).joined(separator: ",") + "\n"
    for row in rows {
      text += row.map(quoted).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// Reads a table that must have just this header.
  ///
  /// - Throws: `Problem` as ``read(_:file:)``, and for another header.
  package static func parse(_ bytes: [UInt8], header: [String], file: String) throws(Problem)
    -> [Row]
  {
    let table = try read(bytes, file: file)
    guard table.header == header else {
      throw Problem.data("\(file):1: expected the header \(header.joined(separator: ","))")
    }
    return table.rows
  }

  /// Reads a table with whatever header it has.
  ///
  /// - Throws: `Problem` with file and line for a row with more or fewer cells than the header, a
  ///   quote that is not closed or stands within a cell, or text that is not UTF-8.
  package static func read(_ bytes: [UInt8], file: String) throws(Problem) -> (
    header: [String], rows: [Row]
  ) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem.data("\(file): this is not UTF-8 text")
    }
    var reader = TextReader(bytes, file: file, .csv)
    func row() throws(Problem) -> Row? {
      guard try reader.next() else { return nil }
      var fields: [String] = []
      for cell in reader.cells { fields.append(try reader.text(cell)) }
      return Row(fields: fields, file: file, line: reader.number)
    }
    let header = try row()?.fields ?? []
    var rows: [Row] = []
    while let row = try row() {
      guard row.fields.count == header.count else {
        throw row.problem("expected \(header.count) cells, found \(row.fields.count)")
      }
      rows.append(row)
    }
    return (header, rows)
  }

  private static func quoted(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return field
    }
    return "\"" + field.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
  }
}
