import Basics

/// How a text file is written: what stands between its cells, where the names of its columns are.
package struct TableFormat: Sendable, Equatable {
  /// What a file is made of.
  package enum Form: String, CaseIterable, Sendable {
    /// Lines of cells with a separator between them.
    case delimited
    /// A JSON object a line; its members are the cells.
    case jsonLines = "json-lines"
  }

  /// How bytes stand for characters.
  package enum Encoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case latin1 = "latin-1"
  }

  /// Where the names of columns come from.
  package enum Header: Sendable, Equatable {
    /// The first line.
    case line
    /// Nowhere: columns are called "1", "2", …
    case none
    /// The spec, as the file has no header line.
    case names([String])
  }

  /// What the files are made of.
  package var form = Form.delimited
  /// Of delimited files.
  package var separator = ","
  /// What encloses cells that hold separators or line ends; nil: quotes mean nothing.
  package var quote: String? = "\""
  /// How bytes stand for characters.
  package var encoding = Encoding.utf8
  /// Where the names of columns come from.
  package var header = Header.line

  /// The keys of whatever names a file.
  static let fields: [Field<TableFormat>] = [
    .choice("form", \.form, "what the files are made of").omittedByDefault(),
    .characters("separator", \.separator, "what stands between two cells").omittedByDefault(),
    .characters("quote", \.quote, "what encloses cells that hold separators; null: nothing does")
      .omittedByDefault(),
    .choice("encoding", \.encoding, "how bytes stand for characters").omittedByDefault(),
    .custom(
      "header", \.header, .either([.boolean, .list(.text, atLeast: 1)]),
      "whether the first line names the columns; false: they are \"1\", \"2\", …; or their names",
      decode: { json throws(Problem) in try Header(decoding: json) }, encode: \.encoded
    ).omittedByDefault(),
  ]

  /// Refuses marks that divide nothing, and keys that the form does not use.
  func check(_ json: JSON) throws(Problem) {
    if separator.isEmpty
      || separator.utf8.contains(where: { $0 == .lineFeed || $0 == .carriageReturn })
    {
      throw (json["separator"] ?? json).problem("expected what stands between two cells of a line")
    }
    if let quote {
      guard quote.utf8.count == 1, quote != separator, quote != "\n", quote != "\r" else {
        throw (json["quote"] ?? json).problem(
          "expected one character such as \"'\" other than the separator, or null")
      }
    }
    if case .names(let names) = header {
      if let repeated = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
        throw (json["header"] ?? json).problem("\"\(names[repeated])\" is named twice")
      }
    }
    guard form == .jsonLines else { return }
    for key in ["separator", "quote", "header"] {
      if let value = json[key] { throw value.problem("\"\(key)\" is not used by JSON lines") }
    }
  }

  /// How the lines are divided.
  var dialect: Dialect {
    separator == " "
      ? Dialect(.spaces, quote: nil) : Dialect(separator, quote: quote?.utf8.first)
  }
}

extension TableFormat.Header {
  fileprivate init(decoding json: JSON) throws(Problem) {
    switch json.value {
    case .bool(let isThere): self = isThere ? .line : .none
    case .array(let names):
      guard !names.isEmpty else { throw json.problem("this list is empty; expected at least 1") }
      var texts: [String] = []
      for name in names { texts.append(try name.asString()) }
      self = .names(texts)
    default: throw json.mismatch("true, false or the names of the columns")
    }
  }

  fileprivate var encoded: JSON {
    switch self {
    case .line: .bool(true)
    case .none: .bool(false)
    case .names(let names): .array(names.map { .string($0) })
    }
  }
}
