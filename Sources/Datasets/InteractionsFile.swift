import Schema

/// A file of interactions as published splits come: `user item [rating [time]]` a line.
///
/// Fields are separated by tabs, `::`, commas or spaces (whatever the first line uses), lines end in
/// LF or CRLF, ids are kept as written. A time may carry a fraction, which is dropped.
struct InteractionsFile {
  /// One line.
  struct Row: Equatable {
    var user: String
    var item: String
    /// 0 when the file has none.
    var rating: Float = 0
    /// 0 when the file has none.
    var time: Int64 = 0
  }

  /// How messages call the file.
  let path: String
  let bytes: [UInt8]
  /// Row `n` is line `n + 1`.
  let rows: [Row]

  /// Reads the file at `path`.
  ///
  /// Throws `Problem.data` on a file that cannot be read, and as `init(_:path:)` does.
  init(path: String) throws(Problem) {
    try self.init(Files.read(path), path: path)
  }

  /// Reads the bytes of a file.
  ///
  /// Throws `Problem.data` naming file and line on: no line at all; fewer than two or more than four
  /// fields, or not as many as the first line has; an empty id; a rating or time that is no number;
  /// a pair of user and item that an earlier line has.
  init(_ bytes: [UInt8], path: String) throws(Problem) {
    var reader = LineReader(bytes, file: path)
    var rows: [Row] = []
    var fields: [Range<Int>] = []
    var separator: LineReader.Separator?
    var width = 0
    while let line = reader.next() {
      let known = separator ?? LineReader.Separator.guess(bytes[line])
      reader.cut(line, by: known, into: &fields)
      if separator == nil {
        separator = known
        width = fields.count
        guard (2...4).contains(width) else {
          throw reader.problem(
            "\(Self.count(width)); expected user item [rating [time]],"
              + " separated by tabs, commas, \"::\" or spaces")
        }
      }
      guard fields.count == width else {
        throw reader.problem(
          line.isEmpty
            ? "is empty" : "\(Self.count(fields.count)); expected \(width) as in line 1")
      }
      rows.append(try Self.row(fields, reader))
    }
    guard !rows.isEmpty else { throw .data("\(path): has no interactions") }
    if let (first, second) = Self.repeated(rows) {
      throw .data(
        "\(path):\(second + 1): repeats user \(rows[second].user), item \(rows[second].item)"
          + " of line \(first + 1)")
    }
    (self.path, self.bytes, self.rows) = (path, bytes, rows)
  }

  private static func row(_ fields: [Range<Int>], _ reader: LineReader) throws(Problem) -> Row {
    guard !fields[0].isEmpty, !fields[1].isEmpty else {
      throw reader.problem("the \(fields[0].isEmpty ? "user" : "item") is empty")
    }
    var row = Row(user: reader.text(fields[0]), item: reader.text(fields[1]))
    if fields.count > 2 {
      guard let rating = reader.number(fields[2]) else {
        throw reader.problem("the rating \"\(reader.text(fields[2]))\" is not a number")
      }
      row.rating = Float(rating)
    }
    if fields.count > 3 {
      guard let time = reader.number(fields[3]), abs(time) < 0x1p53 else {
        throw reader.problem("the time \"\(reader.text(fields[3]))\" is not a number of seconds")
      }
      row.time = Int64(time)
    }
    return row
  }

  /// The places of the first row that repeats another's pair, and of that other.
  private static func repeated(_ rows: [Row]) -> (first: Int, second: Int)? {
    struct Pair: Hashable {
      let user: String
      let item: String
    }
    var places: [Pair: Int] = Dictionary(minimumCapacity: rows.count)
    for (place, row) in rows.enumerated() {
      if let first = places.updateValue(place, forKey: Pair(user: row.user, item: row.item)) {
        return (first, place)
      }
    }
    return nil
  }

  private static func count(_ fields: Int) -> String {
    fields == 1 ? "has 1 field" : "has \(fields) fields"
  }
}
