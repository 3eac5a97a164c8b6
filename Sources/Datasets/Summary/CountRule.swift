import Basics

/// What of a data set a table counts beyond its users, items and interactions.
///
/// A spec says `"records"`, `{"valuesOf": "category"}` or `{"rating": 3}`.
package enum CountRule: Sendable, Hashable {
  /// Every event, repeats included.
  case records
  /// The distinct values of a field, of all records.
  case valuesOf(String)
  /// The events of just this rating.
  case rating(Double)

  /// What a spec may say.
  package static let kind = FieldKind.either([.choice(["records"]), Names.fieldKind])

  /// Reads what a spec says. Throws `Problem.usage` naming the place of anything else.
  package init(decoding json: JSON) throws(Problem) {
    if case .string(let word) = json.value {
      guard word == "records" else { throw json.mismatch(Self.expected) }
      self = .records
      return
    }
    let names = try Names(decoding: json)
    switch (names.valuesOf, names.rating) {
    case (let field?, nil): self = .valuesOf(field)
    case (nil, let rating?): self = .rating(rating)
    default: throw json.mismatch(Self.expected)
    }
  }

  private static let expected = #""records", {"valuesOf": "category"} or {"rating": 3}"#

  /// What a spec would say.
  package var encoded: JSON {
    switch self {
    case .records: .string("records")
    case .valuesOf(let field): .object([("valuesOf", .string(field))])
    case .rating(let rating): .object([("rating", .number(rating))])
    }
  }

  /// For footnotes.
  package var definition: String {
    switch self {
    case .records: "records, repeats included"
    case .valuesOf(let field): "distinct values of \(field)"
    case .rating(let rating): "records of rating \(JSON.text(of: rating))"
    }
  }

  /// Counts. Throws `Problem.data` where the data set has no such field, or one of numbers.
  package func count(in dataset: Dataset) throws(Problem) -> Int {
    switch self {
    case .records: return dataset.events.count
    case .rating(let rating): return dataset.events.count { $0.rating == rating }
    case .valuesOf(let field):
      guard let column = dataset.column(named: field) else {
        throw .data(
          "\(dataset.name): has no field \"\(field)\""
            + suggestion(for: field, among: dataset.fieldNames))
      }
      switch column.values {
      case .categories(_, let places): return Set(places).subtracting([-1]).count
      case .sets(_, let sets, let places):
        return Set(Set(places).flatMap { sets[Int($0)] }).count
      case .numbers:
        throw .data("\(dataset.name): \"\(field)\" is a field of numbers, which are not counted")
      }
    }
  }

  private struct Names: Settings {
    var valuesOf: String?
    var rating: Double?
    init() {}
    static let fields: [Field<Names>] = [
      .text("valuesOf", \.valuesOf, "the field whose distinct values are counted"),
      .number("rating", \.rating, -1e6...1e6, "the rating whose events are counted"),
    ]
  }
}
