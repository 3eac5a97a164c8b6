import Basics
import Datasets
import Engine

/// Random interactions of MovieLens-1M's size and skew, which `large_numpy.py` draws by the same
/// law: 900,000 draws of a user and an item, each with a density that falls with the root of its
/// number; about 840,000 pairs are left without the repeats.
enum LargeMatrix {
  static let users = 6040
  static let items = 3706

  /// A fifth of the pairs is held out.
  static func split() -> Split {
    var random = Random(seed: 1, stream: "pairs")
    func skewed(_ count: Int) -> Int32 {
      let uniform = random.uniform()
      return min(Int32(Float(count) * uniform * uniform), Int32(count - 1))
    }
    let drawn = (0..<900_000).map { _ in (skewed(users), skewed(items)) }
    let pairs = Interactions(users: users, items: items, pairs: drawn).pairs
    let isHeldOut = pairs.map { _ in random.below(5) == 0 }
    func part(heldOut: Bool) -> Interactions {
      let chosen = zip(pairs, isHeldOut).filter { $0.1 == heldOut }.map(\.0)
      return Interactions(users: users, items: items, pairs: chosen)
    }
    return Split(
      train: part(heldOut: false), validation: Interactions(users: users, items: items),
      test: part(heldOut: true))
  }
}
