import Basics

/// The records that are learned from, chosen by, and tested on, as places among those of the data
/// set.
package struct RecordSplit: Sendable, Equatable {
  /// What a model may learn from, ascending.
  package let train: [Int32]
  /// What settings are chosen by, ascending; empty when there is no such part.
  package let validation: [Int32]
  /// What the result is measured on, ascending.
  package let test: [Int32]
  /// The SHA-256 of all three parts, hexadecimal: equal splits have equal digests.
  package let digest: String

  /// A split of these parts, which must have no record in common.
  package init(train: [Int32], validation: [Int32], test: [Int32]) {
    (self.train, self.validation, self.test) = (train, validation, test)
    var hash = SHA256()
    for part in [train, validation, test] {
      hash.update("records \(part.count)\n")
      part.map(\.littleEndian).withUnsafeBytes { hash.update($0) }
    }
    digest = hash.finish()
  }

  /// What the last fit learns from, once the settings are chosen; ascending.
  package var trainAndValidation: [Int32] {
    validation.isEmpty ? train : (train + validation).sorted()
  }
}
