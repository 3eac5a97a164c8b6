import Datasets
import Engine

/// The first items of a user's sequence: what was known before the next.
struct SequencePrefix {
  let user: Int
  /// How many items; at least one.
  let count: Int
}

/// The newest items of some prefixes as the input of a recurrent layer, packed by length.
final class SequenceBatch {
  /// How the rows make up the prefixes.
  let packed: PackedSequences
  /// The item of each row.
  let items: IndexInput
  /// The item that came after that of each row; only where it was asked for.
  let targets: IndexInput
  /// The last row of each prefix, in the order in which they were given.
  let lastRows: IndexInput
  private let sequences: Sequences
  private let maxLength: Int
  /// The prefixes' places by length, the longest first; a counting sort, which allocates nothing.
  private var order: [Int]
  private var lengths: [Int]
  private var places: [Int]

  /// Room for the newest `maxLength` items of each of `prefixes` prefixes.
  init(_ sequences: Sequences, prefixes: Int, maxLength: Int) {
    (self.sequences, self.maxLength) = (sequences, sequences.longest(atMost: maxLength))
    let capacity = prefixes * self.maxLength
    packed = PackedSequences(capacity: capacity, maxLength: self.maxLength)
    items = IndexInput(capacity: capacity)
    targets = IndexInput(capacity: capacity)
    lastRows = IndexInput(capacity: prefixes)
    order = [Int](repeating: 0, count: prefixes)
    lengths = order
    places = [Int](repeating: 0, count: self.maxLength + 1)
  }

  /// Makes the newest items of `prefixes` the batch. With targets, each must have an item after it.
  func fill(_ prefixes: ArraySlice<SequencePrefix>, withTargets: Bool) {
    func length(_ prefix: SequencePrefix) -> Int { min(prefix.count, maxLength) }
    for place in places.indices { places[place] = 0 }
    // The place after those that are longer.
    for prefix in prefixes { places[length(prefix)] += 1 }
    var total = 0
    for length in places.indices.reversed() {
      (places[length], total) = (total, total + places[length])
    }
    for (index, prefix) in prefixes.enumerated() {
      let place = places[length(prefix)]
      places[length(prefix)] += 1
      (order[place], lengths[place]) = (index, length(prefix))
    }
    packed.set(count: prefixes.count) { lengths[$0] }
    (items.count, lastRows.count) = (packed.rows, prefixes.count)
    targets.count = withTargets ? packed.rows : 0
    for place in 0..<prefixes.count {
      let prefix = prefixes[prefixes.startIndex + order[place]]
      let row = sequences[prefix.user]
      let first = row.startIndex + prefix.count - lengths[place]
      for step in 0..<lengths[place] {
        items.values[packed.row(of: place, step: step)] = row[first + step]
        if withTargets { targets.values[packed.row(of: place, step: step)] = row[first + step + 1] }
      }
      lastRows.values[order[place]] = Int32(packed.row(of: place, step: lengths[place] - 1))
    }
  }
}

extension Sequences {
  /// The length of the longest sequence, but at least 1 and at most `bound`.
  func longest(atMost bound: Int) -> Int {
    min(bound, (0..<users).reduce(1) { max($0, self[$1].count) })
  }

  /// All that is known of each user of whom anything is.
  var whole: [SequencePrefix] {
    (0..<users).filter { !self[$0].isEmpty }.map { SequencePrefix(user: $0, count: self[$0].count) }
  }
}
