import Basics

/// The parts of a data set that are learned from, chosen by, and tested on.
///
/// The parts are disjoint, have the sizes of the whole data set, and together hold every
/// interaction that the feedback rule kept.
package struct Split: Sendable, Equatable {
  /// What a recommender may learn from.
  package let train: Interactions
  /// What settings are chosen by; empty when there is no such part.
  package let validation: Interactions
  /// What the result is measured on.
  package let test: Interactions
  /// When what is in `train` happened, an event for each or, where repeats are kept, several.
  package let trainEvents: [Event]
  /// When what is in `validation` happened.
  package let validationEvents: [Event]
  /// When what is in `test` happened.
  package let testEvents: [Event]
  /// The SHA-256 of all three parts, hexadecimal: equal splits have equal digests.
  package let digest: String

  /// A split of these parts, which must have the same users and items and no pair in common.
  package init(
    train: Interactions, validation: Interactions, test: Interactions, trainEvents: [Event] = [],
    validationEvents: [Event] = [], testEvents: [Event] = []
  ) {
    (self.train, self.validation, self.test) = (train, validation, test)
    (self.trainEvents, self.validationEvents) = (trainEvents, validationEvents)
    self.testEvents = testEvents
    var hash = SHA256()
    for part in [train, validation, test] {
      precondition(part.users == train.users && part.items == train.items, "the sizes differ")
      hash.update("\(part.users) \(part.items) \(part.count)\n")
      let words = part.pairs.flatMap { [$0.0.littleEndian, $0.1.littleEndian] }
      words.withUnsafeBytes { hash.update($0) }
    }
    digest = hash.finish()
  }

  /// What the last fit learns from, once the settings are chosen.
  package var trainAndValidation: Interactions {
    validation.count == 0 ? train : train.union(validation)
  }

  /// When what the last fit learns from happened.
  package var trainAndValidationEvents: [Event] {
    validationEvents.isEmpty ? trainEvents : trainEvents + validationEvents
  }
}
