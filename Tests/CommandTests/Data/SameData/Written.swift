import Basics
import Foundation
import TestSupport

/// A way to write a table of text into a file, and what a spec says of it.
struct Written: Sendable, CustomStringConvertible {
  var description: String
  /// What a description of the file gains.
  var described: [(String, JSON)] = []
  /// How a cell is written.
  var cell: @Sendable (String) -> String = { Written.quoted($0, by: "\"", always: false) }
  var separator = ","
  var lineEnd = "\n"
  var beginning: [UInt8] = []
  /// Instead of lines of cells, members by the names of the header.
  var isJSON = false
  var isCompressed = false

  /// Lines of cells, commas, quotes where they are needed.
  static let plain = Written("plain")

  /// Other marks between the cells and around them.
  static let singleQuotes = Written("single quotes, semicolons") {
    $0.described = [("quote", "'"), ("separator", ";")]
    $0.cell = { quoted($0, by: "'", always: $0.contains(";")) }
    $0.separator = ";"
  }

  /// Everything at once that a program may do to a file without a word.
  static let disguised = Written("gzip, CRLF, byte-order mark, every cell quoted") {
    $0.isCompressed = true
    $0.lineEnd = "\r\n"
    $0.beginning = [0xEF, 0xBB, 0xBF]
    $0.cell = { quoted($0, by: "\"", always: true) }
  }

  /// Ways that say the same as the plain one.
  static let others: [Written] = [
    singleQuotes, disguised,
    Written("gzip") { $0.isCompressed = true },
    Written("CRLF") { $0.lineEnd = "\r\n" },
    Written("CR") { $0.lineEnd = "\r" },
    Written("byte-order mark") { $0.beginning = [0xEF, 0xBB, 0xBF] },
    Written("every cell quoted") { $0.cell = { quoted($0, by: "\"", always: true) } },
    Written("no quotes, tabs") {
      $0.described = [("quote", .null), ("separator", "\t")]
      $0.cell = { $0 }
      $0.separator = "\t"
    },
    Written("two colons") {
      $0.described = [("separator", "::")]
      $0.separator = "::"
    },
    Written("JSON lines") {
      $0.described = [("form", "json-lines")]
      $0.isJSON = true
    },
  ]

  init(_ name: String, _ change: (inout Written) -> Void = { _ in }) {
    description = name
    change(&self)
  }

  /// A cell between quotes, with those within doubled.
  static func quoted(_ cell: String, by quote: String, always: Bool) -> String {
    guard always || cell.contains(where: { ",\"'\n".contains($0) }) else { return cell }
    return quote + cell.replacing(quote, with: quote + quote) + quote
  }

  private static func member(_ cell: String) -> JSON {
    if let whole = Int(cell) { return .integer(whole) }
    return cell.isEmpty ? .null : Double(cell).map { .number($0) } ?? .string(cell)
  }

  /// Puts the table into the folder.
  func write(
    _ header: [String], _ rows: [[String]], to name: String, in folder: TemporaryFolder
  ) throws {
    var lines = rows.map { $0.map(cell).joined(separator: separator) }
    lines.insert(header.map(cell).joined(separator: separator), at: 0)
    if isJSON {
      lines = rows.map { row in
        JSON.object(zip(header, row).map { ($0, Self.member($1)) }).canonicalText
      }
    }
    let text = lines.map { $0 + lineEnd }.joined()
    try folder.write(beginning + Array(text.utf8), to: name)
    if isCompressed { try folder.compress(name) }
  }
}

extension TemporaryFolder {
  /// Replaces a file by what `gzip` makes of it, under the same name.
  func compress(_ name: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", self[name]]
    try process.run()
    process.waitUntilExit()
    try FileManager.default.moveItem(atPath: self[name + ".gz"], toPath: self[name])
  }
}
