/// Sets of items that enough transactions hold, with how many do; a transaction is what one user
/// has (Agrawal, Imieliński & Swami, SIGMOD 1993).
///
/// The sets are in the order of their sizes, equal sizes in that of their items, which ascend, so
/// that the same sets with the same counts are equal whoever found them. Every part of a set is a
/// set too, with at least its count.
struct FrequentSets: Sendable, Equatable {
  /// Users with an item at least.
  let transactions: Int
  /// Where each set starts in `items`; one more than there are sets.
  private(set) var starts: [Int] = [0]
  /// The items, set after set.
  private(set) var items: [Int32] = []
  /// How many transactions hold each set.
  private(set) var counts: [Int32] = []
  /// Where the sets of each size start, from size 1 on; one more than there are sizes.
  private(set) var sizeStarts: [Int] = [0]

  /// The number of sets.
  var count: Int { counts.count }

  /// The most items of a set.
  var longest: Int { sizeStarts.count - 1 }

  /// The items of a set, ascending.
  subscript(place: Int) -> ArraySlice<Int32> { items[starts[place]..<starts[place + 1]] }

  /// The places of the sets of so many items.
  func places(ofSize size: Int) -> Range<Int> {
    size >= 1 && size <= longest ? sizeStarts[size - 1]..<sizeStarts[size] : 0..<0
  }

  /// No set yet.
  init(transactions: Int) { self.transactions = transactions }

  /// The sets that were found, brought into order.
  init(_ found: FrequentSets) {
    self.init(transactions: found.transactions)
    let places = (0..<found.count).sorted { a, b in
      let (first, second) = (found[a], found[b])
      return first.count == second.count
        ? first.lexicographicallyPrecedes(second) : first.count < second.count
    }
    starts.reserveCapacity(places.count + 1)
    counts.reserveCapacity(places.count)
    items.reserveCapacity(found.items.count)
    for place in places { append(found[place], found.counts[place]) }
  }

  /// Adds a set with its count.
  ///
  /// Sets that come by size, each with the items ascending, are in order.
  mutating func append(_ set: some Collection<Int32>, _ count: Int32) {
    items += set
    starts.append(items.count)
    counts.append(count)
    if set.count >= sizeStarts.count { sizeStarts.append(counts.count) }
    sizeStarts[sizeStarts.count - 1] = counts.count
  }

  /// Where a set is; nil where it is not frequent. Its items ascend.
  func place(of set: some BidirectionalCollection<Int32>) -> Int? {
    let places = places(ofSize: set.count)
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lexicographicallyPrecedes(set) { low = middle + 1 } else { high = middle }
    }
    return low < places.upperBound && self[low].elementsEqual(set) ? low : nil
  }
}
