/// What is known of each user, or of each item: a named set of values, of which an entity may have
/// none, one or many (a film has several genres).
package struct Feature: Sendable, Equatable {
  /// What it says, in the singular: "genre", "decade", "age".
  package let name: String
  /// The values, in a fixed order; a value's index is its place here.
  package let vocabulary: [String]
  /// entities × vocabulary: the value indices of each entity.
  package let values: Interactions

  /// A feature from the value indices of each entity, in the entities' order.
  ///
  /// Every index must be in the vocabulary.
  package init(name: String, vocabulary: [String], indices: [[Int]]) {
    self.name = name
    self.vocabulary = vocabulary
    let pairs = indices.enumerated().flatMap { entity, values in
      values.map { (Int32(entity), Int32($0)) }
    }
    values = Interactions(users: indices.count, items: vocabulary.count, pairs: pairs)
  }

  /// A feature from the values of each entity; the vocabulary is every value seen, in the order of
  /// `vocabulary` if that is given (which must then hold every value), sorted otherwise.
  package init(name: String, values: [[String]], vocabulary: [String]? = nil) {
    let words = vocabulary ?? Set(values.joined()).sorted()
    let places = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    let indices = values.map { row in
      row.map { value in
        guard let place = places[value] else {
          preconditionFailure("\(name): \"\(value)\" is not in the vocabulary")
        }
        return place
      }
    }
    self.init(name: name, vocabulary: words, indices: indices)
  }

  /// The rows of some entities, in the order given.
  func taking(_ entities: [Int]) -> Feature {
    Feature(
      name: name, vocabulary: vocabulary, indices: entities.map { values[$0].map(Int.init) })
  }
}
