import Basics
import Datasets
import Evaluation
import Results

/// A column of a published table that is no ranking metric of ours: seconds, a share in percent,
/// the size of a data set. It is audited and claims may speak of it; it is measured where a table
/// counts data sets, and where it names a metric or a cost of ours.
package struct QuantitySpec: Settings {
  /// The column's name, as the paper has it.
  package var name = ""
  /// What it measures, as far as arithmetic needs to know.
  package var kind = Measure.Kind.number
  /// N, for a measure of lists.
  package var at: Int?
  /// The paper's numbers, by row.
  package var published: [PrintedCell] = []
  /// What of ours stands beside it; nil: nothing.
  package var measured: MeasuredQuantity?

  /// What is counted in a data set, where the kind does not say it.
  package var counted: CountRule?

  /// The decoder asks for a name, a kind and numbers.
  package init() {}

  /// The keys of a table's `quantities`, each.
  package static let fields: [Field<QuantitySpec>] = [
    .text("name", \.name, "the column's name, as the paper has it").required(),
    .choice("kind", \.kind, "what it measures, as far as arithmetic needs to know").required(),
    .integer("at", \.at, 1...Int(Int32.max), "N, for a measure of lists"),
    .custom(
      "published", \.published, .map(PrintedCell.kind),
      "the paper's numbers: row, value; null where it prints none",
      decode: { json throws(Problem) in
        var cells: [PrintedCell] = []
        for member in try json.asObject() {
          guard let number = try PrintedCell.number(decoding: member.value) else { continue }
          cells.append(PrintedCell(row: member.key, number: number))
        }
        return cells
      },
      encode: { .object($0.map { ($0.row, PrintedCell.encoded($0.number)) }) }
    ).required(),
    .object("measured", \.measured, "what of ours stands beside it; null: nothing")
      .omittedByDefault(),
    .custom(
      "counted", \.counted, .optional(CountRule.kind),
      "what is counted in each data set of the table; null: what the kind says",
      decode: { json throws(Problem) in json.isNull ? nil : try CountRule(decoding: json) },
      encode: { $0?.encoded ?? .null }
    ).omittedByDefault(),
  ]

  /// The kinds that are counted in a data set.
  static let countedKinds: [Measure.Kind] = [.users, .items, .interactions, .sparsity]

  /// Whether it can be counted in a data set.
  var isCounted: Bool { counted != nil || Self.countedKinds.contains(kind) }

  /// Whether its numbers are whole.
  var isCount: Bool {
    kind.isWhole || counted != nil || measured?.take == .bestEpoch || measured?.cost == .parameters
  }

  /// What arithmetic knows of the column.
  package var measure: Measure { Measure(kind, at: at) }
}

/// One number as the paper printed it, in a row.
package struct PrintedCell: Sendable, Equatable {
  package let row: String
  package let number: PrintedNumber

  /// A number, null where nothing is printed, or what a paper prints that is no number.
  static let kind = FieldKind.optional(
    .either([.number(-.infinity ... .infinity), .choice(notNumbers.map(\.text))]))

  private static let notNumbers: [(text: String, value: Double)] = [
    ("NaN", .nan), ("inf", .infinity), ("-inf", -.infinity),
  ]

  /// Reads a cell; nil where nothing is printed.
  static func number(decoding json: JSON) throws(Problem) -> PrintedNumber? {
    if json.isNull { return nil }
    guard case .string(let text) = json.value else { return try PrintedNumber(decoding: json) }
    guard let known = notNumbers.first(where: { $0.text == text }) else {
      throw json.mismatch("a number, null or \"NaN\"")
    }
    return PrintedNumber(known.value, decimals: 0)
  }

  /// The cell that decodes to this number.
  static func encoded(_ number: PrintedNumber) -> JSON {
    guard !number.value.isFinite else { return number.encoded }
    let known = notNumbers.first { $0.value == number.value }
    return .string(known?.text ?? notNumbers[0].text)
  }
}
