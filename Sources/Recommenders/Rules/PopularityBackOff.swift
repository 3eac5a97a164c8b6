import Engine

/// Scores of items that something speaks for, above those of all others, which are in the order of
/// popularity.
///
/// With `v(y) > 0` for an item that something speaks for, 0 for any other, and `n(y)` its number of
/// interactions:
/// - `s(y) = p(y) / P` where `v(y) = 0`: `P` is how many different numbers of interactions there
///   are, `p(y)` how many of them are below `n(y)`;
/// - `s(y) = 1 + r(y)` where `v(y) > 0`: `r(y)` is how many different pairs `(v(z), n(z))` of such
///   items come before `(v(y), n(y))`, by v and where that is equal by n.
///
/// So items are ordered by v, then by n. Items equal in both have equal scores, and are ordered as
/// the ranking settles ties.
struct PopularityBackOff {
  private var counts: [Float]
  private var ranks: [Int32] = []
  private var different = 1

  /// The number of items.
  var count: Int { counts.count }

  /// The back-off to items by how often each is among `items`.
  init(_ items: [Int32], of number: Int) {
    counts = [Float](repeating: 0, count: number)
    for item in items { counts[Int(item)] += 1 }
    rank()
  }

  private mutating func rank() {
    let sorted = Set(counts).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(sorted, Int32(0)...))
    ranks = counts.map { places[$0] ?? 0 }
    different = max(1, sorted.count)
  }

  /// Fills in the scores of a user by what speaks for each item.
  func write(_ values: UnsafeMutableBufferPointer<Double>, into scores: ScoreRow) {
    var known: [(value: Double, rank: Int32, item: Int32)] = []
    for item in ranks.indices {
      if values[item] > 0 {
        known.append((values[item], ranks[item], Int32(item)))
      } else {
        scores[item] = Float(ranks[item]) / Float(different)
      }
    }
    known.sort { ($0.value, $0.rank) < ($1.value, $1.rank) }
    var place = 0
    for (index, one) in known.enumerated() {
      if index > 0, (known[index - 1].value, known[index - 1].rank) != (one.value, one.rank) {
        place += 1
      }
      scores[Int(one.item)] = Float(1 + place)
    }
  }

  private static let name = "parameters/items/counts"

  var state: State {
    State(tensors: [Self.name: State.Array(shape: [counts.count], values: counts)])
  }

  /// Takes back what `state` gave.
  mutating func restore(_ state: State) throws {
    counts = try state.tensor(named: Self.name, shape: [counts.count])
    rank()
  }
}
