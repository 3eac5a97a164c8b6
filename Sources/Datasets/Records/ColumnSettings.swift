import Basics

/// One field that a model may know, and how its values become rows of the table of embeddings.
///
/// A spec says the name alone, or an object with the name and what is not as usual.
package struct ColumnSettings: Settings, Equatable {
  /// The name of the field.
  package var field = ""
  /// A value that is rarer than this in training data is treated as one that was never seen.
  package var minimumCount = 1
  /// So many buckets with about equally many training records each, for a field of numbers; nil:
  /// the number itself, standardised, times one embedding.
  package var buckets: Int?

  /// The decoder asks for a name.
  package init() {}

  /// The field of that name, everything as usual.
  package init(_ name: String) { field = name }

  /// The keys of a field.
  package static let fields: [Field<ColumnSettings>] = [
    .text("field", \.field, "the name of the field").required(),
    .integer(
      "minimumCount", \.minimumCount, 1...Int(Int32.max),
      "training records that a value needs to have an embedding of its own"),
    .integer(
      "buckets", \.buckets, 2...100_000,
      "buckets that numbers are sorted into; null: numbers are standardised"),
  ]

  /// A name, or an object.
  static var kind: FieldKind { .either([.text, fieldKind]) }

  /// Reads a name or an object.
  init(named json: JSON) throws(Problem) {
    if case .string(let name) = json.value {
      self.init(name)
    } else {
      try self.init(decoding: json)
    }
  }

  /// The name alone where everything is as usual.
  var short: JSON { self == ColumnSettings(field) ? .string(field) : encoded() }
}
