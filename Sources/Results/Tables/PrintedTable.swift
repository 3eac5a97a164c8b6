import Basics
import Evaluation
import Foundation

/// A table as a paper prints it, read from LaTeX, CSV or Markdown: headings, and rows of texts.
///
/// What decorates a number is no part of it: bold and underlined letters, footnote marks, `±` and
/// what follows it. Its digits stay as they are.
package struct PrintedTable: Sendable, Equatable {
  /// The form of a text, by the ending of its file.
  package enum Form: String, CaseIterable, Sendable { case tex, csv, tsv, md }

  package let headings: [String]
  package let rows: [[String]]

  /// Reads a text; `file` is for messages.
  ///
  /// - Throws: `Problem.usage` where it holds no table of two rows and columns, or a row is longer
  ///   than the first.
  package init(_ text: String, _ form: Form, file: String) throws(Problem) {
    let lines: [[String]] =
      switch form {
      case .csv: try Self.csv(text, .csv, file)
      case .tsv: try Self.csv(text, Dialect("\t", quote: UInt8(ascii: "\"")), file)
      case .md: Self.markdown(text)
      case .tex: Self.latex(text)
      }
    let rows = lines.map { $0.map(Self.plain) }.filter { row in row.contains { !$0.isEmpty } }
    guard let first = rows.first, first.count > 1, rows.count > 1 else {
      throw .usage("\(file): no table of at least two rows and columns was found")
    }
    for (place, row) in rows.enumerated() where row.count > first.count {
      throw .usage(
        "\(file): row \(place + 1) has \(row.count) cells, and the headings are \(first.count)")
    }
    (headings, self.rows) = (first, Array(rows.dropFirst()))
  }

  private static func csv(
    _ text: String, _ dialect: Dialect, _ file: String
  ) throws(Problem) -> [[String]] {
    var reader = TextReader(Array(text.utf8), file: file, dialect)
    var rows: [[String]] = []
    while try reader.next() {
      rows.append(reader.cells.map { String(decoding: reader[$0], as: UTF8.self) })
    }
    return rows
  }

  private static func markdown(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.contains("|") }.compactMap { line in
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
      if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
      let isRule = cells.allSatisfy { $0.allSatisfy { "-: ".contains($0) } }
      return isRule ? nil : cells
    }
  }

  private static func latex(_ text: String) -> [[String]] {
    var body = text[...]
    if let start = body.firstRange(of: /\\begin\{tabular[x*]?\}(\{[^{}]*\})?\{[^&]*?\}\s*\n/) {
      body = body[start.upperBound...]
    }
    if let end = body.firstRange(of: "\\end{tabular") { body = body[..<end.lowerBound] }
    let rules =
      /\\(top|mid|bottom|c?mid)rule(\[[^\]]*\])?(\([^)]*\))?(\{[^}]*\})?|\\hline|\\cline\{[^}]*\}/
    return body.replacing(rules, with: "").split(separator: "\\\\").map { row in
      let cells = row.replacing("\\&", with: "\u{1}").split(
        separator: "&", omittingEmptySubsequences: false)
      return cells.map { String($0).replacing("\u{1}", with: "&") }
    }
  }

  /// A cell without what decorates it.
  private static func plain(_ cell: String) -> String {
    var text = cell
    // From the inside out: `\textbf{\underline{0.5}}`.
    while let match = text.firstMatch(of: /\\[a-zA-Z]+\s*\{([^{}]*)\}/) {
      text.replaceSubrange(match.range, with: match.1)
    }
    for mark in ["**", "__", "$", "\\%", "{", "}", "*", "†", "‡"] {
      text = text.replacing(mark, with: mark == "\\%" ? "%" : "")
    }
    for sign in ["±", "\\pm", "\\("] {
      if let place = text.firstRange(of: sign) { text = String(text[..<place.lowerBound]) }
    }
    text = text.replacing("−", with: "-").replacing("\\", with: "")
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension PrintedTable {
  /// What a spec says of the table, and what it could not say.
  package struct Published: Sendable, Equatable {
    /// The value of `published`, every number with its printed digits.
    package let text: String
    /// On headings that are no metric of ours, and cells that are no number.
    package let notes: [String]
  }

  /// The numbers under headings that are metrics of ours, such as `P@5` or `NDCG@10`.
  ///
  /// - Parameter percent: whether the paper prints hundredths; the point moves, the digits stay.
  package func published(percent: Bool) -> Published {
    var notes: [String] = []
    let metrics = headings.dropFirst().map { heading -> String? in
      let metric = MetricHeading.metric(printedAs: heading)
      if metric == nil {
        notes.append(
          "the column \"\(heading)\" is no metric of ours; a \"quantity\" may hold it")
      }
      return metric
    }
    var lines: [String] = []
    for row in rows where row.count > 1 {
      var cells: [String] = []
      for (metric, cell) in zip(metrics, row.dropFirst()) {
        guard let metric else { continue }
        guard let number = Self.number(cell, percent: percent) else {
          if !["", "-", "–", "—", "n/a"].contains(cell.lowercased()) {
            notes.append("\(row[0]), \(metric): \"\(cell)\" is no number")
          }
          continue
        }
        cells.append("\(JSON.string(metric).canonicalText): \(number)")
      }
      lines.append("  \(JSON.string(row[0]).canonicalText): { \(cells.joined(separator: ", ")) }")
    }
    return Published(text: "{\n\(lines.joined(separator: ",\n"))\n}", notes: notes)
  }

  /// A number of JSON with the digits of the cell; nil where it is none.
  private static func number(_ cell: String, percent: Bool) -> String? {
    var text = cell.replacing(",", with: "")
    let isPercent = percent || text.hasSuffix("%")
    if text.hasSuffix("%") { text.removeLast() }
    text = text.trimmingCharacters(in: .whitespaces)
    guard text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)/) != nil else { return nil }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.drop { "+-".contains($0) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var (whole, fraction) = (parts[0], parts.count > 1 ? parts[1] : "")
    if isPercent {
      let padded = String(repeating: "0", count: max(0, 3 - whole.count)) + whole
      (whole, fraction) = (String(padded.dropLast(2)), padded.suffix(2) + fraction)
    }
    whole = String(whole.drop { $0 == "0" })
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
