/// The parts of a data set that are learned from, chosen by, and tested on.
///
/// The parts are disjoint, have the sizes of the whole data set, and together hold every interaction
/// that the feedback rule kept.
public struct Split: Sendable, Equatable {
  /// What a recommender may learn from.
  public let train: Interactions
  /// What settings are chosen by; empty when there is no such part.
  public let validation: Interactions
  /// What the result is measured on.
  public let test: Interactions
  /// The SHA-256 of all three parts, hexadecimal: equal splits have equal digests.
  public let digest: String

  /// What the last fit learns from, once the settings are chosen.
  public var trainAndValidation: Interactions {
    validation.count == 0 ? train : train.union(validation)
  }
}
