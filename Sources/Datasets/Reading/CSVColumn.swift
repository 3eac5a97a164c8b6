import Basics

/// One column of a text file.
package struct CSVColumn: HeaderColumn, Equatable {
  /// What a column holds.
  package enum Kind: String, CaseIterable, Sendable {
    /// Whose record it is; the field `user`.
    case user
    /// What it is about; the field `item`.
    case item
    /// A number that the user gave.
    case rating
    case time
    /// What is to be predicted, 0 or 1.
    case label
    case category
    case number
    case set

    /// Whether a file has one such column at most.
    var isSingle: Bool { [.user, .item, .rating, .time].contains(self) }
    /// Whether its cells are numbers.
    var isNumber: Bool { [.rating, .label, .number].contains(self) }
  }

  /// The name in the header.
  var name = ""
  package var kind = Kind.category
  /// What stands between the values of a set.
  package var separator = "|"
  /// What the numbers of a time count, since 1970; nil: their size tells.
  package var unit: TimeUnit?
  /// How times are written, as `strptime` has it; nil: numbers, or dates of ISO 8601.
  package var format: String?
  /// Cells that say as little as an empty one.
  package var unknown: [String] = []

  /// The decoder asks for a kind.
  package init() {}

  /// The keys of a column.
  package static let fields: [Field<CSVColumn>] = [
    .choice("kind", \.kind, "what the column holds").required(),
    .characters("separator", \.separator, "what stands between the values of a set"),
    .choice("unit", \.unit, "what the numbers of a time count, since 1970; null: their size tells")
      .omittedByDefault(),
    .text("format", \.format, "how times are written, as strptime has it: %Y-%m-%d %H:%M:%S")
      .omittedByDefault(),
    .texts("unknown", \.unknown, "cells that say as little as an empty one").omittedByDefault(),
  ]

  /// Refuses a separator that separates nothing, and what another kind uses.
  package func check(_ json: JSON) throws(Problem) {
    try checkSeparator(json)
    func refuse(_ key: String, _ isSet: Bool, unless wanted: Kind) throws(Problem) {
      guard isSet, kind != wanted else { return }
      throw (json[key] ?? json).problem(
        "\"\(key)\" is used by a \(wanted.rawValue) only, not by a \(kind.rawValue)")
    }
    try refuse("separator", separator != CSVColumn().separator, unless: .set)
    try refuse("unit", unit != nil, unless: .time)
    try refuse("format", format != nil, unless: .time)
    if unit != nil, format != nil {
      throw (json["unit"] ?? json).problem("\"unit\" is not used beside \"format\"")
    }
    if format?.contains("%") == false {
      throw (json["format"] ?? json).problem("expected a format such as %Y-%m-%d %H:%M:%S")
    }
  }

  /// The kind alone where everything else is as usual.
  var short: JSON {
    var usual = CSVColumn()
    (usual.name, usual.kind) = (name, kind)
    return self == usual ? .string(kind.rawValue) : encoded()
  }
}
