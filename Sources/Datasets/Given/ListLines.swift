import Basics

/// The lines of a file of lists, one after another.
struct ListLines {
  struct Line {
    let user: String
    let item: String
    /// What orders the list, the highest first.
    let value: Double
    /// What else the line tells that could; nil where it tells nothing else.
    let other: Double?
    /// Counted from 1.
    let number: Int
  }

  private var reader: TextReader
  private let user: Int
  private let item: Int
  /// What orders the lists, and what else could: the column, and whether it is a rank.
  private let ordered: (column: Int, by: ListOrder)
  private let other: (column: Int, by: ListOrder)?
  private let width: Int

  /// Throws `Problem.data` for a header that names other columns.
  init(_ bytes: [UInt8], file: String, _ format: ListFormat, by order: ListOrder?) throws(Problem) {
    reader = TextReader(bytes, file: file, .csv)
    var columns: [(column: Int, by: ListOrder)]
    switch format {
    case .trec:
      reader.dialect = reader.nextLine.contains(.tab) ? Dialect("\t") : Dialect(.spaces)
      (user, item, width) = (0, 2, 6)
      columns = [(4, .score), (3, .rank)]
    case .csv:
      guard try reader.next() else { throw .data("\(file): is empty") }
      var names: [String] = []
      for cell in reader.cells { names.append(try reader.text(cell)) }
      columns = ListOrder.allCases.compactMap { order in
        names.firstIndex(of: order.rawValue).map { ($0, order) }
      }
      guard let user = names.firstIndex(of: "user"), let item = names.firstIndex(of: "item"),
        !columns.isEmpty
      else { throw reader.problem("expected the header user,item,score or user,item,rank") }
      (self.user, self.item, width) = (user, item, names.count)
    }
    if let order, let place = columns.firstIndex(where: { $0.by == order }) {
      columns.swapAt(0, place)
    } else if let order {
      throw reader.problem(
        "has no column \"\(order.rawValue)\", which the lists are to be ordered by")
    }
    (ordered, other) = (columns[0], columns.count > 1 ? columns[1] : nil)
  }

  /// The next line; nil after the last one. Throws `Problem.data` naming file and line.
  mutating func next() throws(Problem) -> Line? {
    guard try reader.next(width: width) else { return nil }
    let cells = reader.cells
    guard !cells[user].isEmpty, !cells[item].isEmpty else {
      throw reader.problem("the \(cells[user].isEmpty ? "user" : "item") is empty")
    }
    return Line(
      user: try reader.text(cells[user]), item: try reader.text(cells[item]),
      value: try value(ordered), other: try other.map(value), number: reader.number)
  }

  private func value(_ column: (column: Int, by: ListOrder)) throws(Problem) -> Double {
    let cell = reader.cells[column.column]
    guard let number = reader.number(cell), abs(number) <= GivenLists.mostMagnitude
    else {
      throw reader.problem(
        "the \(column.by.rawValue) \"\(reader.shown(cell))\" is not a finite number up to ±2e38"
      )
    }
    return column.by == .rank ? -number : number
  }
}
