import Basics

/// Steps of each user that are not counted, and are what is scored from all the same.
///
/// A trial that reports learns from training and validation items. Published counts of next-item
/// recommendation often know the training items alone, while the validation item is still the last
/// one, from which the test item is predicted: with one validation item a user, that is 1.
enum HeldBack {
  /// The name of the setting.
  static let key = "heldBack"
}

extension Field {
  /// `heldBack`.
  static func heldBack(_ path: any Path<Int>) -> Field {
    .integer(
      HeldBack.key, path, 0...1_000_000,
      "how many of each user's last steps are not counted, though scores start from them"
    ).omittedByDefault()
  }
}
