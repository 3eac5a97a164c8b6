import Basics

/// The parts of a data set that are learned from, chosen by, and tested on.
///
/// The parts have the sizes of the whole data set and together hold every interaction that the
/// feedback rule kept, but for those held out that are not liked. They are disjoint, unless what a
/// user comes back to is to be found again (``Duplicates/revisit``).
package struct Split: Sendable, Equatable {
  /// What a recommender may learn from.
  package let train: Interactions
  /// What is kept from the fits that settings are chosen by, and learned from at last; empty when
  /// there is no such part.
  package let validation: Interactions
  /// What settings are chosen by: what of the validation part is relevant.
  package let chosenBy: Interactions
  /// What the result is measured on.
  package let test: Interactions
  /// When what is in `train` happened.
  package let trainPart: SplitPart
  /// When what is in `validation` happened.
  package let validationPart: SplitPart
  /// When what is in `test` happened.
  package let testPart: SplitPart
  /// The SHA-256 of all parts, hexadecimal: equal splits have equal digests.
  package let digest: String

  /// A split of these parts, which must have the same users and items.
  ///
  /// - Parameter chosenBy: What of the validation part is relevant; nil: all.
  package init(
    train: Interactions, validation: Interactions, chosenBy: Interactions? = nil,
    test: Interactions, trainPart: SplitPart = SplitPart(),
    validationPart: SplitPart = SplitPart(), testPart: SplitPart = SplitPart()
  ) {
    (self.train, self.validation, self.test) = (train, validation, test)
    self.chosenBy = chosenBy ?? validation
    (self.trainPart, self.validationPart) = (trainPart, validationPart)
    self.testPart = testPart
    var hash = SHA256()
    for part in [train, validation, test] + (chosenBy.map { [$0] } ?? []) {
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
  package var trainAndValidationPart: SplitPart { trainPart.followed(by: validationPart) }
}
