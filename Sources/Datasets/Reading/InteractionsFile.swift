import Basics

/// A file of interactions as published splits come: `user item [rating [time]]` a line.
///
/// Cells are separated by tabs, `::`, commas or spaces (whatever the first line uses), lines end in
/// LF or CRLF, ids are kept as written. A cell in quotes may hold what separates others. An empty
/// rating or time is unknown. Times are numbers or dates, see ``TimeColumn``.
struct InteractionsFile {
  /// How messages call the file.
  let path: String
  let bytes: [UInt8]
  /// The lines as events of `users` and `items`, in their order.
  let events: [Event]
  /// The ids, ascending.
  let users: [String]
  let items: [String]
  /// Where each event stands, counted from 1.
  let lines: [Int32]
  /// What was found out of the times; nil where there are none, or seconds.
  let times: String?

  /// Reads the file at `path`.
  ///
  /// Throws `Problem.data` on a file that cannot be read, and as `init(_:path:)` does.
  init(path: String, allowingRepeats: Bool = false) throws(Problem) {
    try self.init(TextFile.read(path), path: path, allowingRepeats: allowingRepeats)
  }

  /// Reads the bytes of a file.
  ///
  /// Throws `Problem.data` naming file and line on: no line at all; a header; fewer than two or
  /// more than four cells, or not as many as the first line has; an empty id, or one that is not
  /// UTF-8; a rating or time that is none; a pair of user and item that an earlier line has, unless
  /// repeats are allowed.
  init(_ bytes: [UInt8], path: String, allowingRepeats: Bool = false) throws(Problem) {
    var rows = Rows(bytes, path)
    try rows.read()
    (self.path, self.bytes) = (path, bytes)
    let (users, items) = (rows.users.words(), rows.items.words())
    try rows.times.check("the time", path)
    lines = rows.lines
    events = rows.lines.indices.map {
      Event(
        user: users.places[$0], item: items.places[$0],
        rating: rows.ratings.isEmpty || rows.ratings[$0].isNaN ? nil : rows.ratings[$0],
        time: rows.width < 4 ? nil : rows.times[$0])
    }
    (self.users, self.items) = (users.words, items.words)
    times = rows.times.found == "seconds" ? nil : rows.times.found
    if !allowingRepeats, let (first, second) = Self.repeated(events) {
      throw .data(
        "\(path):\(lines[second]): repeats user \(self.users[Int(events[second].user)]), item"
          + " \(self.items[Int(events[second].item)]) of line \(lines[first])")
    }
  }

  /// The places of the first event that repeats another's pair, and of that other.
  private static func repeated(_ events: [Event]) -> (first: Int, second: Int)? {
    let order = events.indices.sorted { (events[$0].pair, $0) < (events[$1].pair, $1) }
    let repeats = zip(order, order.dropFirst()).filter { events[$0].pair == events[$1].pair }
    return repeats.min { $0.1 < $1.1 }.map { ($0.0, $0.1) }
  }
}

/// The cells of the lines as they are read.
private struct Rows {
  private var reader: TextReader
  private(set) var users = WordColumn()
  private(set) var items = WordColumn()
  /// NaN where unknown; empty where the file has none.
  private(set) var ratings: [Double] = []
  private(set) var times = TimeColumn()
  private(set) var lines: [Int32] = []
  private(set) var width = 0

  init(_ bytes: [UInt8], _ path: String) {
    reader = TextReader(bytes, file: path, .csv)
    reader.dialect = .guess(reader.nextLine, quote: UInt8(ascii: "\""))
    lines.reserveCapacity(reader.rowEstimate)
  }

  mutating func read() throws(Problem) {
    while try reader.next() {
      if width == 0 { try checkFirst() }
      guard reader.cells.count == width else {
        throw reader.problem(
          "\(Self.count(reader.cells.count)); expected \(width) as in the first line")
      }
      try add(reader.cells)
    }
    guard !lines.isEmpty else { throw .data("\(reader.file): has no interactions") }
    try checkHeader()
  }

  private mutating func checkFirst() throws(Problem) {
    width = reader.cells.count
    guard (2...4).contains(width) else {
      throw reader.problem(
        "\(Self.count(width)); expected user item [rating [time]],"
          + " separated by tabs, commas, \"::\" or spaces")
    }
    let names = reader.cells.map { reader.shown($0).lowercased().filter(\.isLetter) }
    if ["user", "userid", "uid"].contains(names[0].replacing("token", with: "")) {
      throw headerProblem
    }
  }

  /// Of two names above numbers the first line is a header, however they are called.
  private func checkHeader() throws(Problem) {
    guard lines.count > 1, !users.isWholeNumber(0), !items.isWholeNumber(0),
      (1..<lines.count).allSatisfy({ users.isWholeNumber($0) && items.isWholeNumber($0) })
    else { return }
    throw .data("\(reader.file):\(lines[0]): \(Self.header)")
  }

  private var headerProblem: Problem { reader.problem(Self.header) }

  private static let header =
    "is a header line; expected user item [rating [time]] from the first line on: remove it, or use the"
    + " data set \"csv\", whose files have one"

  private mutating func add(_ cells: [TextReader.Cell]) throws(Problem) {
    guard !cells[0].isEmpty, !cells[1].isEmpty else {
      throw reader.problem("the \(cells[0].isEmpty ? "user" : "item") is empty")
    }
    for cell in cells.prefix(2) { _ = try reader.text(cell) }
    users.append(reader[cells[0]])
    items.append(reader[cells[1]])
    if width > 2 {
      guard let rating = cells[2].isEmpty ? .nan : reader.number(cells[2]) else {
        throw reader.problem("the rating \"\(reader.shown(cells[2]))\" is not a number")
      }
      ratings.append(rating)
    }
    if width > 3 {
      if cells[3].isEmpty {
        times.appendUnknown()
      } else if let expected = times.append(reader[cells[3]]) {
        throw reader.problem("the time \"\(reader.shown(cells[3]))\" is none; \(expected)")
      }
    }
    lines.append(Int32(clamping: reader.number))
  }

  private static func count(_ cells: Int) -> String {
    cells == 1 ? "has 1 cell" : "has \(cells) cells"
  }
}
