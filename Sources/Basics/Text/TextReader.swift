/// Walks over the lines of a text file that is held as bytes, and divides them into cells.
///
/// Lines end in LF or CRLF, in a file without any LF in CR, the last one perhaps in nothing. Empty
/// lines and a leading byte-order mark are skipped. A row is a line, or several where a quoted cell
/// holds line ends. Working on bytes makes a file of a million lines a matter of a second.
package struct TextReader {
  /// Where a cell stands. Of a quoted one that holds quotes, what it means is kept apart.
  package struct Cell: Sendable {
    fileprivate let range: Range<Int>
    fileprivate let isApart: Bool
    /// Whether it has no bytes.
    package var isEmpty: Bool { range.isEmpty }
  }

  /// How messages call the file.
  package let file: String
  package let bytes: [UInt8]
  /// The cells of the row read last.
  package private(set) var cells: [Cell] = []
  /// The number of the line where the row read last begins.
  package private(set) var number = 0
  /// How lines are divided.
  package var dialect: Dialect
  private let lineEnd: UInt8
  private var index: Int
  private var nextNumber = 1
  private var rowStart = 0
  /// Whether the row read last could not be divided into cells.
  private var isBroken = false
  private var apart: [UInt8] = []

  /// Reads `bytes`; messages call them `file`.
  package init(_ bytes: [UInt8], file: String, _ dialect: Dialect) {
    self.file = file
    self.bytes = bytes
    self.dialect = dialect
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineEnd =
      bytes.contains(.lineFeed) || !bytes.contains(.carriageReturn) ? .lineFeed : .carriageReturn
  }

  /// Reads the next row into `cells`; false after the last one.
  ///
  /// Throws `Problem.data` naming file and line where a quote stands within a cell that has none
  /// around it, where something follows the quote that closes a cell, and where none closes it.
  package mutating func next() throws(Problem) -> Bool {
    while skipLineEnd() {}
    cells.removeAll(keepingCapacity: true)
    apart.removeAll(keepingCapacity: true)
    guard index < bytes.count else { return false }
    (rowStart, number) = (index, nextNumber)
    isBroken = true
    switch dialect.separator {
    case .spaces: readSpaced()
    case .text(let separator): try readCells(separator)
    }
    isBroken = false
    return true
  }

  /// The row after the one read last; throws as `next()`, and naming file and line where it has not
  /// `width` cells.
  package mutating func next(width: Int) throws(Problem) -> Bool {
    guard try next() else { return false }
    guard cells.count == width else {
      throw problem("expected \(width) cells, found \(cells.count)")
    }
    return true
  }

  /// After a row that could not be divided into cells: goes on at the line after the one where it
  /// begins.
  package mutating func skipBrokenLine() {
    guard isBroken else { return }
    isBroken = false
    index = bytes[rowStart...].firstIndex(of: lineEnd).map { $0 + 1 } ?? bytes.count
    nextNumber = number + 1
  }

  /// The line that comes next, without its end.
  package var nextLine: ArraySlice<UInt8> {
    var start = index
    while start < bytes.count, isLineEnd(start) { start += 1 }
    let end = bytes[start...].firstIndex(of: lineEnd) ?? bytes.count
    return bytes[start..<(end > start && bytes[end - 1] == .carriageReturn ? end - 1 : end)]
  }

  /// About how many rows there are, to reserve room for them.
  package var rowEstimate: Int { bytes.lazy.count { $0 == lineEnd } + 1 }

  /// The bytes of a cell.
  package subscript(cell: Cell) -> ArraySlice<UInt8> {
    cell.isApart ? apart[cell.range] : bytes[cell.range]
  }

  /// A problem with the row read last.
  package func problem(_ message: String) -> Problem { .data("\(file):\(number): \(message)") }

  private mutating func readCells(_ separator: [UInt8]) throws(Problem) {
    while true {
      if let quote = dialect.quote, index < bytes.count, bytes[index] == quote {
        cells.append(try quoted(quote))
      } else {
        cells.append(try plain(separator[0], separator))
      }
      guard index < bytes.count else { return }
      if hasSeparator(separator) {
        index += separator.count
      } else if isLineEnd(index) {
        _ = skipLineEnd()
        return
      } else {
        let rest = String(decoding: bytes[index...].prefix(16), as: UTF8.self).prefix(1)
        throw .data(
          "\(file):\(nextNumber): unexpected \"\(rest)\" after a quoted cell;"
            + " expected a separator, or quotes within the cell doubled")
      }
    }
  }

  /// A cell up to the next separator or line end.
  private mutating func plain(_ first: UInt8, _ separator: [UInt8]) throws(Problem) -> Cell {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == first, hasSeparator(separator) { break }
      if byte == lineEnd || byte == .carriageReturn, isLineEnd(index) { break }
      if byte == dialect.quote {
        throw problem(
          "a quote within a cell that is not quoted; expected the whole cell in quotes and those within"
            + " doubled, or a file whose quotes mean nothing")
      }
      index += 1
    }
    return Cell(range: start..<index, isApart: false)
  }

  /// A cell from its opening to its closing quote.
  private mutating func quoted(_ quote: UInt8) throws(Problem) -> Cell {
    index += 1
    var start = index
    let kept = apart.count
    while index < bytes.count {
      let byte = bytes[index]
      if byte == lineEnd { nextNumber += 1 }
      index += 1
      guard byte == quote else { continue }
      guard index < bytes.count, bytes[index] == quote else {
        guard apart.count > kept else { return Cell(range: start..<index - 1, isApart: false) }
        apart += bytes[start..<index - 1]
        return Cell(range: kept..<apart.count, isApart: true)
      }
      // Of two quotes one is kept; what was before is moved with it.
      apart += bytes[start..<index]
      index += 1
      start = index
    }
    throw problem("this quoted cell is never closed")
  }

  private mutating func readSpaced() {
    while index < bytes.count, !isLineEnd(index) {
      let start = index
      while index < bytes.count, bytes[index] != .space, !isLineEnd(index) { index += 1 }
      if index > start { cells.append(Cell(range: start..<index, isApart: false)) }
      while index < bytes.count, bytes[index] == .space { index += 1 }
    }
    _ = skipLineEnd()
  }

  @inline(__always)
  private func hasSeparator(_ separator: [UInt8]) -> Bool {
    guard index + separator.count <= bytes.count else { return false }
    for place in 0..<separator.count where bytes[index + place] != separator[place] { return false }
    return true
  }

  @inline(__always)
  private func isLineEnd(_ place: Int) -> Bool {
    bytes[place] == lineEnd
      || bytes[place] == .carriageReturn && place + 1 < bytes.count && bytes[place + 1] == lineEnd
  }

  private mutating func skipLineEnd() -> Bool {
    guard index < bytes.count, isLineEnd(index) else { return false }
    index += bytes[index] == lineEnd ? 1 : 2
    nextNumber += 1
    return true
  }
}

extension UInt8 {
  package static let tab = UInt8(ascii: "\t")
  package static let lineFeed = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let space = UInt8(ascii: " ")
  package static let comma = UInt8(ascii: ",")
  package static let colon = UInt8(ascii: ":")
  package static let minus = UInt8(ascii: "-")
  package static let zero = UInt8(ascii: "0")
  package static let bar = UInt8(ascii: "|")
}
