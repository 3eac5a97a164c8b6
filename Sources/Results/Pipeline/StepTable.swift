import Basics

/// What one step of a pipeline found for one seed: a table, and how it is drawn.
package struct StepTable: Settings, Equatable {
  /// How a table is drawn.
  package enum Picture: String, CaseIterable, Sendable {
    /// Not at all.
    case none
    /// The second column against the first.
    case curve
    /// A field a number, one scale for all.
    case matrix
    /// A field a number, each column on a scale of its own.
    case profile
  }

  /// The place of its step and what it holds, `4-k-means`: the end of the files' names.
  package var name = ""
  package var header: [String] = []
  /// Texts, numbers, and null for what is not defined; as many a row as the header has.
  package var rows: [[JSON]] = []
  /// How it is drawn.
  package var picture = Picture.none
  /// How many of the first columns name a row of a picture.
  package var labels = 1
  /// What a reader has to know of it, a line each.
  package var notes: [String] = []

  /// An empty table.
  package init() {}

  /// A table of these parts.
  package init(
    _ name: String, _ header: [String], _ rows: [[JSON]], _ picture: Picture = .none,
    labels: Int = 1, notes: [String] = []
  ) {
    (self.name, self.header, self.rows, self.picture) = (name, header, rows, picture)
    (self.labels, self.notes) = (labels, notes)
  }

  package static let fields: [Field<StepTable>] = [
    .text("name", \.name, "place and content").required(),
    .texts("header", \.header, "names of the columns").required(),
    .list(
      "rows", \.rows, of: .list(.any, atLeast: 0), "the cells",
      decode: { json throws(Problem) in try json.asArray() }, encode: { .array($0) }
    ).required(),
    .choice("picture", \.picture, "how it is drawn").required(),
    .integer("labels", \.labels, 0...1000, "columns that name a row").required(),
    .texts("notes", \.notes, "what a reader has to know").required(),
  ]

  /// Refuses rows that are not as long as the header.
  package func check(_ json: JSON) throws(Problem) {
    guard labels <= header.count, rows.allSatisfy({ $0.count == header.count }) else {
      throw json.problem("a row is not as long as the header")
    }
  }

  /// A cell with all its digits; nothing for what is not defined.
  static func exact(_ cell: JSON) -> String {
    text(cell) { NumberText.exact($0) } ?? ""
  }

  /// A cell for readers; whole numbers have no decimals, as what was kept and read again no longer
  /// tells 1 from 1.0.
  static func rounded(_ cell: JSON) -> String {
    text(cell) { NumberText.counted($0) } ?? NumberText.undefined
  }

  private static func text(_ cell: JSON, _ number: (Double) -> String) -> String? {
    switch cell.value {
    case .string(let text): text
    case .integer(let value): number(Double(value))
    // Nor does it tell 0 from −0.
    case .number(let value): number(value + 0)
    case .bool, .null, .array, .object: nil
    }
  }

  /// The number of a cell; NaN for anything else.
  static func number(_ cell: JSON) -> Double {
    switch cell.value {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: .nan
    }
  }
}
