import Basics

/// Damages tables of text by lines and cells, so that most of what is damaged can still be read as
/// a table.
enum TableDamage {
  /// What takes the place of a cell.
  private static let cells =
    Mutation.numbers + [
      "\"", "\"\"", "\"a", "a\"b", "'", "\u{0}", "a\u{0}b", "\u{FEFF}", "\u{1F}", "é", "e\u{301}",
      "\u{202E}x",
      "\\", "\\N", "NULL", "null", "true", "{}", "[]", "[1,2]", "[[1]]", "{\"a\":1}", " ", "\r",
      "\u{2028}",
      "2015-03-02", "2015-03-02T12:00:01.5Z", "2015-02-29", "0000-00-00 00:00:00", "1677-01-01",
      "2262-04-12",
      "9999-12-31T23:59:60+23:59", "253402300799", "-62135596800", "9223372036854775807000", "1e18",
      "-1e18",
      "1588615855070", "1e-3", "0.1e1", "4.1", "5", "1", "2", "a", "b",
      String(repeating: "x", count: 70_000), String(repeating: "9", count: 400),
      String(repeating: "é|", count: 300), String(repeating: "\"\"", count: 500),
    ]
  private static let separators = [",", "\t", ";", "|", "::", ":", " "].map { Array($0.utf8) }
  private static let lineFeed = UInt8(ascii: "\n")

  /// `text` with one to five kinds of damage; `other` lends lines.
  static func damage(_ text: [UInt8], _ other: [UInt8], _ random: inout Random) -> [UInt8] {
    var lines = text.split(separator: lineFeed, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...[0, 0, 1, 4][random.below(4)] { damageOnce(&lines, other, &random) }
    var bytes = Array(lines.joined(separator: [lineFeed]))
    if random.below(12) == 0 { encode(&bytes, &random) }
    // A long cell in each of many lines would be a large file, and large files may take their time.
    return Array(bytes.prefix(4 << 20))
  }

  private static func damageOnce(
    _ lines: inout [[UInt8]], _ other: [UInt8], _ random: inout Random
  ) {
    guard !lines.isEmpty else { return lines = [other] }
    let place = random.below(lines.count)
    switch random.below(14) {
    case 0..<5: changeCell(&lines[place], &random)
    case 5: lines.insert(lines[place], at: random.below(lines.count + 1))
    case 6: lines.remove(at: place)
    case 7: lines.swapAt(place, random.below(lines.count))
    case 8:
      let lent = other.split(separator: lineFeed).map(Array.init)
      if !lent.isEmpty { lines.insert(lent[random.below(lent.count)], at: place) }
    case 9: random.shuffle(&lines)
    case 10: lines.removeSubrange(random.below(2) == 0 ? place... : max(0, lines.count - 2)...)
    case 11:
      let many = [2, 64, 1000][random.below(3)]
      lines.insert(contentsOf: repeatElement(lines[place], count: many), at: place)
    case 12:
      if let last = lines.indices.last, !lines[last].isEmpty { lines[last].removeLast() }
    default:
      // The same column everywhere.
      let separator = self.separator(of: lines[place], &random)
      let column = random.below(4)
      let cell = Array(cells[random.below(cells.count)].utf8)
      for line in lines.indices { replace(&lines[line], column, separator, cell) }
    }
  }

  /// Changes, adds, empties or moves a cell.
  private static func changeCell(_ line: inout [UInt8], _ random: inout Random) {
    let separator = self.separator(of: line, &random)
    var parts = split(line, separator)
    let place = random.below(parts.count)
    switch random.below(8) {
    case 0: parts.remove(at: place)
    case 1: parts.insert(parts[place], at: place)
    case 2: parts[place] = []
    case 3: parts.swapAt(place, random.below(parts.count))
    default: parts[place] = Array(cells[random.below(cells.count)].utf8)
    }
    line = Array(parts.joined(separator: separator))
  }

  private static func replace(
    _ line: inout [UInt8], _ column: Int, _ separator: [UInt8], _ cell: [UInt8]
  ) {
    var parts = split(line, separator)
    guard column < parts.count else { return }
    parts[column] = cell
    line = Array(parts.joined(separator: separator))
  }

  /// One that the line has; a comma where it has none.
  private static func separator(of line: [UInt8], _ random: inout Random) -> [UInt8] {
    let found = separators.filter { split(line, $0).count > 1 }
    return found.isEmpty ? separators[0] : found[random.below(found.count)]
  }

  private static func split(_ line: [UInt8], _ separator: [UInt8]) -> [[UInt8]] {
    var (parts, part, place) = ([[UInt8]](), [UInt8](), 0)
    while place < line.count {
      if line[place...].starts(with: separator) {
        parts.append(part)
        part = []
        place += separator.count
      } else {
        part.append(line[place])
        place += 1
      }
    }
    return parts + [part]
  }

  /// Other line ends, a byte-order mark, UTF-16, zeros behind the end.
  private static func encode(_ bytes: inout [UInt8], _ random: inout Random) {
    switch random.below(5) {
    case 0: bytes = Array(bytes.split(separator: lineFeed).joined(separator: [13, 10]))
    case 1: bytes = bytes.map { $0 == lineFeed ? 13 : $0 }
    case 2: bytes = [0xEF, 0xBB, 0xBF] + bytes
    case 3: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    default: bytes += [UInt8](repeating: 0, count: 512)
    }
  }
}
