import Basics

/// How candidates with equal scores are ordered.
package enum TieOrder: String, CaseIterable, Sendable {
  /// By ascending item id, which rewards whatever decides the order of ids.
  case id
  /// In an order drawn from the trial's seed, one a user.
  case seeded
  /// In no order: a metric is its mean over all of them where that has a closed form. Those of what
  /// a list is made of (coverage, Gini, diversity) have none, and see the order of `seeded`.
  case expected

  /// For the footnote of a table of metrics.
  package func definition(for metrics: [Metric]) -> String {
    switch self {
    case .id: return "ties by ascending item id"
    case .seeded: return "ties in an order drawn from the trial's seed"
    case .expected:
      let drawn = metrics.filter { $0.itemsNeeded == .list }.map(\.name)
      return "ties in the mean over their orders"
        + (drawn.isEmpty
          ? "" : ", but for \(drawn.joined(separator: ", ")) in one drawn from the trial's seed")
    }
  }
}

/// A drawn order of one user's items: those with smaller keys come first.
///
/// A key follows from the seed, the user and the item alone, so that no list without ties draws
/// anything, and no two items of a user have the same.
struct TieKeys {
  private let start: UInt64

  /// The order of `user` under a seed.
  init(seed: UInt64, user: Int) {
    var random = Random(seed: seed, stream: "ties/\(user)")
    start = random.next()
  }

  /// The key of an item: an output of splitmix64, whose steps are all one to one.
  func key(_ item: Int32) -> UInt64 {
    var z = start &+ UInt64(UInt32(bitPattern: item)) &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Puts items into the order.
  func sort(_ items: inout some MutableCollection<Int32> & RandomAccessCollection<Int32>) {
    items.sort { key($0) < key($1) }
  }

  /// How many of all items come before each of some of them, ascending.
  func places(of some: some Collection<Int32>, among all: [Int32]) -> [Int] {
    let bounds = some.map(key).sorted()
    var counts = [Int](repeating: 0, count: bounds.count)
    for item in all {
      let own = key(item)
      var (low, high) = (0, bounds.count)
      while low < high {
        let middle = (low + high) / 2
        if bounds[middle] < own { low = middle + 1 } else { high = middle }
      }
      if low < counts.count { counts[low] += 1 }
    }
    // Those up to each of `some`, itself among them.
    var sum = -1
    return counts.map { count in
      sum += count
      return sum
    }
  }

  /// The first `count` of the items, in order.
  func first(_ count: Int, of items: [Int32]) -> [Int32] {
    // Keys are spread evenly, so that a bound a little above the expected one leaves few to sort.
    let share = (Double(count) + 4 * Double(count).squareRoot() + 8) / Double(max(1, items.count))
    let bound = share < 0.5 ? UInt64(share * 0x1p64) : .max
    var few = items.filter { key($0) <= bound }
    if few.count < count { few = items }
    sort(&few)
    return Array(few.prefix(count))
  }
}
