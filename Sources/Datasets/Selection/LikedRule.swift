import Basics

/// Which events make a held-out item relevant, by what a column of the data set says of each. All
/// events are learned from.
///
/// ```json
/// { "values": ["buy", "repurchase"] }
/// { "except": ["pv"] }
/// ```
package struct LikedRule: Settings, Equatable {
  /// A column of categories.
  package var column = Self.behaviour
  /// What is liked; empty: everything but `except`.
  package var values: [String] = []
  /// What is not liked; empty: everything but `values`.
  package var except: [String] = []

  /// The column that tells what a user did.
  static let behaviour = "behaviour"

  /// The decoder asks for what is liked.
  package init() {}

  /// The keys of a spec's `liked`.
  package static let fields: [Field<LikedRule>] = [
    .text("column", \.column, "the column that tells what a user did").omittedByDefault(),
    .texts("values", \.values, "what of it makes a held-out item relevant").omittedByDefault(),
    .texts("except", \.except, "what of it does not, where everything else does")
      .omittedByDefault(),
  ]

  /// Asks for one of both lists, without repeats.
  package func check(_ json: JSON) throws(Problem) {
    guard values.isEmpty != except.isEmpty else {
      throw json.problem(
        "expected \"values\", such as [\"buy\"], or \"except\", such as [\"pv\"], and not both")
    }
    try refuseRepeats(named, at: values.isEmpty ? "except" : "values", json)
  }

  /// For footnotes: `behaviour buy or repurchase`, `behaviour other than pv`.
  package var description: String {
    values.isEmpty
      ? "\(column) other than \(except.joined(separator: " or "))"
      : "\(column) \(values.joined(separator: " or "))"
  }

  private var named: [String] { values.isEmpty ? except : values }

  /// Refuses behaviours that the data set is known not to have, naming the nearest.
  ///
  /// - Parameter behaviours: What its column `behaviour` may say.
  func check(_ behaviours: [String], of dataset: String, _ json: JSON) throws(Problem) {
    guard column == Self.behaviour else { return }
    for (place, name) in named.enumerated() where !behaviours.contains(name) {
      let list = json[values.isEmpty ? "except" : "values"] ?? json
      throw ((try? list.asArray()[place]) ?? list).problem(
        Self.unknown(name, behaviours, column, dataset))
    }
  }

  private static func unknown(
    _ name: String, _ known: [String], _ column: String, _ dataset: String
  ) -> String {
    "\(dataset) has no \(column) \"\(name)\"" + suggestion(for: name, among: known)
  }

  /// Whether each record of the data set is liked; one whose value is missing is not.
  ///
  /// Throws `Problem.usage` where there is no such column, it is none of categories, or a value
  /// that the rule names is none of it, with the nearest.
  func marks(of dataset: Dataset) throws(Problem) -> [Bool] {
    guard let column = dataset.columns.first(where: { $0.name == self.column }) else {
      let known = dataset.columns.filter(\.isCategorical).map(\.name)
      throw .usage(
        "\(dataset.name) has no column \"\(self.column)\" that could tell what is liked"
          + suggestion(for: self.column, among: known))
    }
    guard case .categories(let vocabulary, let places) = column.values else {
      throw .usage(
        "\(dataset.name): \"\(column.name)\" is no column of categories, which \"liked\" needs")
    }
    for name in named where !vocabulary.contains(name) {
      throw .usage(Self.unknown(name, vocabulary, column.name, dataset.name))
    }
    let isLiked = vocabulary.map { named.contains($0) != values.isEmpty }
    return places.map { $0 >= 0 && isLiked[Int($0)] }
  }
}

extension Column {
  /// Whether it has one of a vocabulary of each record.
  fileprivate var isCategorical: Bool {
    if case .categories = values { true } else { false }
  }
}
