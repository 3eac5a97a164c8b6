import Schema

/// Walks over the lines of a text file that is held as bytes, and cuts them into fields.
///
/// Lines end in LF or CRLF, the last one perhaps in nothing; empty lines at the end do not count.
/// Working on bytes is what makes a file of 100,000 lines a matter of milliseconds.
struct LineReader {
  /// What stands between two fields.
  enum Separator: Sendable, Equatable {
    /// One byte, such as a tab, a comma or a bar.
    case byte(UInt8)
    /// Two colons, as MovieLens-1M writes.
    case doubleColon
    /// Any number of spaces.
    case spaces

    /// What a line seems to be separated by: a tab before `::`, a comma and spaces.
    static func guess(_ line: ArraySlice<UInt8>) -> Separator {
      if line.contains(.tab) { return .byte(.tab) }
      if zip(line, line.dropFirst()).contains(where: { $0 == .colon && $1 == .colon }) {
        return .doubleColon
      }
      return line.contains(.comma) ? .byte(.comma) : .spaces
    }
  }

  /// How messages call the file.
  let file: String
  let bytes: [UInt8]
  /// The number of the line read last.
  private(set) var number: Int
  private var start = 0
  private let end: Int

  /// Reads `bytes`; messages call them `file` and number their first line `firstLine`.
  init(_ bytes: [UInt8], file: String, firstLine: Int = 1) {
    self.file = file
    self.bytes = bytes
    number = firstLine - 1
    end = (bytes.lastIndex { $0 != .lineFeed && $0 != .carriageReturn } ?? -1) + 1
  }

  /// Where the next line stands, without its end; nil after the last one.
  mutating func next() -> Range<Int>? {
    guard start < end else { return nil }
    number += 1
    var stop = start
    while stop < end && bytes[stop] != .lineFeed { stop += 1 }
    let line = start..<(stop > start && bytes[stop - 1] == .carriageReturn ? stop - 1 : stop)
    start = stop + 1
    return line
  }

  /// Cuts a line into fields, which replace those in `fields`.
  func cut(_ line: Range<Int>, by separator: Separator, into fields: inout [Range<Int>]) {
    fields.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    var place = start
    while place < line.upperBound {
      let width =
        switch separator {
        case .byte(let byte): bytes[place] == byte ? 1 : 0
        case .doubleColon:
          bytes[place] == .colon && place + 1 < line.upperBound && bytes[place + 1] == .colon
            ? 2 : 0
        case .spaces: bytes[place] == .space ? 1 : 0
        }
      if width > 0 {
        if separator != .spaces || place > start { fields.append(start..<place) }
        start = place + width
        place = start
      } else {
        place += 1
      }
    }
    if separator != .spaces || start < line.upperBound { fields.append(start..<line.upperBound) }
  }

  /// The bytes as text; damaged UTF-8 shows replacement characters.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The whole number that the bytes spell in decimal digits, with an optional minus; else nil.
  func integer(_ range: Range<Int>) -> Int? {
    var place = range.lowerBound
    let isNegative = place < range.upperBound && bytes[place] == .minus
    if isNegative { place += 1 }
    // Eighteen digits always fit.
    guard place < range.upperBound, range.upperBound - place <= 18 else { return nil }
    var value = 0
    while place < range.upperBound {
      let digit = bytes[place] &- .zero
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      place += 1
    }
    return isNegative ? -value : value
  }

  /// The finite number that the bytes spell; else nil.
  func number(_ range: Range<Int>) -> Double? {
    if let whole = integer(range) { return Double(whole) }
    guard let value = Double(text(range)), value.isFinite else { return nil }
    return value
  }

  /// A problem with the line read last.
  func problem(_ message: String) -> Problem { .data("\(file):\(number): \(message)") }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let minus = UInt8(ascii: "-")
  static let zero = UInt8(ascii: "0")
  static let bar = UInt8(ascii: "|")
}
