/// How the lines of a text file are divided into cells.
package struct Dialect: Sendable, Equatable {
  /// What stands between two cells.
  package enum Separator: Sendable, Equatable {
    /// These bytes: a comma, a tab, `::`.
    case text([UInt8])
    /// Any number of spaces.
    case spaces
  }

  /// What stands between two cells.
  package var separator: Separator
  /// What encloses a cell that holds separators or line ends, and is doubled within; nil: nothing
  /// does.
  package var quote: UInt8?

  /// A dialect of these marks.
  package init(_ separator: Separator, quote: UInt8? = nil) {
    (self.separator, self.quote) = (separator, quote)
  }

  /// Cells divided by a text that is not empty.
  package init(_ separator: String, quote: UInt8? = nil) {
    self.init(.text(Array(separator.utf8)), quote: quote)
  }

  /// RFC 4180.
  package static let csv = Dialect(",", quote: UInt8(ascii: "\""))

  /// What a line seems to be divided by: a tab before `::`, a comma and spaces.
  package static func guess(_ line: ArraySlice<UInt8>, quote: UInt8? = nil) -> Dialect {
    func has(_ separator: String) -> Bool {
      let bytes = Array(separator.utf8)
      return line.indices.contains { line[$0...].starts(with: bytes) }
    }
    for separator in ["\t", "::", ","] where has(separator) {
      return Dialect(separator, quote: quote)
    }
    return Dialect(.spaces, quote: quote)
  }
}
