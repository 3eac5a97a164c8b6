/// Splits comma-separated text into rows. Lines end in `\n` or `\r\n`; empty lines are skipped.
package struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1

  package init(_ text: String, file: String) {
    // Spreadsheets put a byte-order mark first.
    scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    self.file = file
  }

  /// The next row; `nil` at the end of the text.
  package mutating func next() throws(Problem) -> CSV.Row? {
    while skipLineEnd() {}
    guard index < scalars.count else { return nil }
    let start = line
    var fields = [try field()]
    while index < scalars.count, scalars[index] == "," {
      index += 1
      fields.append(try field())
    }
    guard index == scalars.count || skipLineEnd() else {
      throw problem("unexpected \"\(scalars[index])\" after a quoted field")
    }
    return CSV.Row(fields: fields, file: file, line: start)
  }

  /// After a problem within a row: goes to the beginning of the next line, unless it is there already.
  package mutating func skipBrokenLine() {
    guard index > 0, scalars[index - 1] != "\n" else { return }
    while index < scalars.count, scalars[index] != "\n" { index += 1 }
    if index < scalars.count {
      index += 1
      line += 1
    }
  }

  private mutating func field() throws(Problem) -> String {
    var text = String.UnicodeScalarView()
    guard index < scalars.count, scalars[index] == "\"" else {
      while index < scalars.count, scalars[index] != ",", !isLineEnd {
        if scalars[index] == "\"" { throw problem("a quote within a field that is not quoted") }
        text.append(scalars[index])
        index += 1
      }
      return String(text)
    }
    let start = line
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "\n" { line += 1 }
      if scalar != "\"" {
        text.append(scalar)
      } else if index < scalars.count, scalars[index] == "\"" {
        text.append("\"")
        index += 1
      } else {
        return String(text)
      }
    }
    throw Problem.data("\(file):\(start): this quoted field is never closed")
  }

  private var isLineEnd: Bool {
    scalars[index] == "\n"
      || (scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n")
  }

  private mutating func skipLineEnd() -> Bool {
    guard index < scalars.count, isLineEnd else { return false }
    index += scalars[index] == "\n" ? 1 : 2
    line += 1
    return true
  }

  private func problem(_ message: String) -> Problem { .data("\(file):\(line): \(message)") }
}
