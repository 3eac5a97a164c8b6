import Basics
import Evaluation

/// "Better than the others in each index": one row is ahead of every other in every column.
struct BestClaim: ClaimRule {
  /// Which of two numbers is the better one.
  enum Better: String, CaseIterable, Sendable {
    /// The greater, as of precision.
    case higher
    /// The lesser, as of a loss or of seconds.
    case lower
  }

  static let kind = "best"
  static let summary = "one row is ahead of every other in every column"

  /// The row that is ahead.
  var row = PlacedText("")
  /// The columns, all of them.
  var columns: [PlacedText] = []
  /// The rows that it is ahead of; empty: the others that the paper prints in that column.
  var among: [PlacedText] = []
  /// Which of two numbers is the better one.
  var better = Better.higher
  /// The table that is meant; nil: any that has the cells.
  var table: PlacedText?

  /// The decoder asks for a row and columns.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<BestClaim>] = [
    .name(kind, \.row, "the row that is ahead").required(),
    .names("on", \.columns, atLeast: 1, "the columns, all of them").required(),
    .names("among", \.among, "the rows that it is ahead of; none: the others that are printed"),
    .choice("better", \.better, "which of two numbers is the better one"),
    .name("table", \.table, "the table that is meant; null: any that has the cells"),
  ]

  /// Refuses a row that is to be ahead of itself.
  func check(_ json: JSON) throws(Problem) {
    guard let index = among.firstIndex(of: row) else { return }
    throw (try json["among"]?.asArray()[index] ?? json).problem(
      "\"\(row.text)\" cannot be ahead of itself")
  }

  var expectation: String {
    let others = among.isEmpty ? "the other printed rows" : Self.list(among.map(\.text))
    let names = Self.list(columns.map { MetricHeading.text(for: $0.text) })
    return "\(row.text) \(better.rawValue) than \(others) in \(names)"
  }

  var numbers: [Quantity] {
    columns.flatMap { column in ([row] + among).map { Quantity($0, column, table: table) } }
  }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    columns.flatMap { column in
      let own = Quantity(row, column, table: table)
      let others =
        among.isEmpty
        ? published.rivals(of: own) : among.map { Quantity($0, column, table: table) }
      return others.map { other in
        let (greater, lesser) = better == .higher ? (own, other) : (other, own)
        return ClaimCondition(.difference(greater, lesser), .above(0))
      }
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension PublishedNumbers {
  /// The other rows of a number's column, in the table that holds it.
  fileprivate func rivals(of own: Quantity) -> [Quantity] {
    let table = own.table ?? cells(of: own).first?.table
    return cells.filter {
      $0.column == own.column && $0.row != own.row && $0.table == table ?? $0.table
    }.map { Quantity($0.row, $0.column, table: $0.table) }
  }
}
