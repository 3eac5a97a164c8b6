import Basics
import Datasets

/// What rules that start from one item have in common: how many there are, and of which items of a
/// user they are scored from.
package struct LastItemOptions: Settings {
  package var rulesPerItem: Int?
  package var lastWeights = [1.0]
  package var heldBack = 0
  package var ties = NeighbourTies.id

  package init() {}

  package static let fields: [Field<LastItemOptions>] = [
    .integer(
      "rulesPerItem", \.rulesPerItem, 1...1_000_000,
      "how many rules from each item are kept, the strongest; null: all"),
    .numbers(
      "lastWeights", \.lastWeights, 0...1e6, atLeast: 1,
      "what rules from a user's last item weigh, from the one before, and so on"),
    .heldBack(\.heldBack),
    .neighbourTies(\.ties),
  ]

  /// How many rules from an item are kept at most.
  var most: Int { rulesPerItem ?? Int(Int32.max) }
}
