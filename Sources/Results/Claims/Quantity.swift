import Basics
import Evaluation

/// The address of a number in a paper's tables and in ours, or of a learning curve.
///
/// In a spec `["UR-GAN", "precision@5"]`, with the name of a table as a third element where several
/// hold that cell, or `{ "row": "UR-GAN", "column": "precision@5", "take": "best" }`.
package struct Quantity: Settings, Equatable {
  /// Which number of a row and column is meant.
  package enum Reading: String, CaseIterable, Sendable {
    /// The one in the table: of the reported model.
    case reported
    /// The greatest of its learning curve.
    case best
    /// The epoch of the greatest of its learning curve, the first of equals.
    case bestEpoch = "best-epoch"
  }

  /// The label of a system, or another row of a published table.
  package var row = ""
  /// A metric's canonical name, or another column of a published table.
  package var column = ""
  /// The table that is meant; nil: any that has the cell.
  package var table: String?
  /// Which number is meant.
  package var reading = Reading.reported
  /// Where its parts were written; equal quantities may stand in different places.
  package private(set) var places = Places()

  /// Where the parts of a quantity were written, for messages.
  package struct Places: Sendable {
    /// Where the row was named.
    package var row: JSON.Position?
    /// Where the column was named.
    package var column: JSON.Position?
    /// Where the table was named.
    package var table: JSON.Position?
  }

  /// The decoder asks for a row and a column.
  package init() {}

  /// The number of a cell.
  package init(
    _ row: String, _ column: String, table: String? = nil, _ reading: Reading = .reported
  ) {
    (self.row, self.column, self.table, self.reading) = (row, column, table, reading)
  }

  /// A number of a learning curve, whose row and column stand where messages will say.
  package init(
    _ row: String, _ column: String, _ reading: Reading, at rowPlace: JSON.Position?,
    _ columnPlace: JSON.Position?
  ) {
    self.init(row, column, reading)
    places = Places(row: rowPlace, column: columnPlace)
  }

  /// The keys of the long form.
  package static let fields: [Field<Quantity>] = [
    .text("row", \.row, "a system's label, or another row of a published table").required(),
    .text("column", \.column, "a metric, or another column of a published table").required(),
    .text("table", \.table, "the table that is meant; null: any that has the cell"),
    .choice("take", \.reading, "the reported number, or the best of the learning curve"),
  ]

  /// Reads either form.
  ///
  /// Throws `Problem` naming the place for anything else.
  init(written json: JSON) throws(Problem) {
    switch json.value {
    case .object:
      try self.init(decoding: json)
      places = Places(
        row: json["row"]?.position, column: json["column"]?.position,
        table: json["table"]?.position)
    case .array(let parts) where (2...3).contains(parts.count):
      self.init(try parts[0].asString(), try parts[1].asString())
      if parts.count == 3 { table = try parts[2].asString() }
      places = Places(
        row: parts[0].position, column: parts[1].position, table: parts.last?.position)
    default: throw json.mismatch("[row, column], as [\"UR-GAN\", \"precision@5\"]")
    }
  }

  /// The number of a row and column that were written apart.
  init(_ row: PlacedText, _ column: PlacedText, table: PlacedText?) {
    self.init(row.text, column.text, table: table?.text)
    places = Places(row: row.position, column: column.position, table: table?.position)
  }

  /// For readers: `UR-GAN P@5`.
  var text: String {
    let heading = MetricHeading.text(for: column)
    return switch reading {
    case .reported: "\(row) \(heading)"
    case .best: "\(row) best \(heading)"
    case .bestEpoch: "\(row) epoch of the best \(heading)"
    }
  }

  /// For readers: `UR-GAN P@5, R@5, CFGAN-I P@5`; a row is named once.
  static func text(_ quantities: [Quantity]) -> String {
    quantities.indices.map { index in
      let quantity = quantities[index]
      guard index > 0, quantity.reading == .reported, quantities[index - 1].reading == .reported,
        quantity.row == quantities[index - 1].row
      else { return quantity.text }
      return MetricHeading.text(for: quantity.column)
    }.joined(separator: ", ")
  }

  /// Whether both are the same address.
  package static func == (a: Quantity, b: Quantity) -> Bool {
    a.row == b.row && a.column == b.column && a.table == b.table && a.reading == b.reading
  }

  /// The short form where it says everything.
  var written: JSON {
    guard reading == .reported else { return encoded() }
    return .array(([row, column] + (table.map { [$0] } ?? [])).map(JSON.string))
  }

  /// The two forms, for the JSON schema.
  static var kind: FieldKind {
    .named("quantity", .either([.list(.text, atLeast: 2), .object(fieldDescriptions)]))
  }
}

extension Field {
  /// At least so many quantities.
  static func quantities(
    _ name: String, _ path: any Path<[Quantity]>, atLeast least: Int, _ summary: String
  ) -> Field {
    list(
      name, path, of: Quantity.kind, atLeast: least, summary,
      decode: { json throws(Problem) in try Quantity(written: json) }, encode: { $0.written })
  }
}
