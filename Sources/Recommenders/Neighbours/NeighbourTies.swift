import Basics

/// What becomes of equally similar neighbours of whom not all are among the k that count.
package enum NeighbourTies: String, CaseIterable, Sendable {
  /// Those with the lowest indices count, and scores are summed as they come.
  case id
  /// All of them count, each by the places left for them over their number: the expected score,
  /// were those that count drawn. Sums do not depend on the order of what is summed.
  case shared

  /// About how many neighbours are kept where `most` count. Those that share were 1.0 to 2.0 times
  /// as many on MovieLens-100K with 50, the most by numbers in common, which are often equal.
  func kept(of most: Int) -> Int { self == .shared ? 2 * most : most }

  /// The name of the setting.
  package static let key = "ties"
}

extension Field {
  /// `ties`.
  static func neighbourTies(_ path: any Path<NeighbourTies>) -> Field {
    .choice(
      NeighbourTies.key, path,
      "of equal ones at the end of those kept, the first by index count, or all by their share"
    ).omittedByDefault()
  }
}
