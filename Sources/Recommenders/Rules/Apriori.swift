import Basics
import Datasets

/// Apriori (Agrawal & Srikant, VLDB 1994): sets of k items are looked for among those of whose
/// parts of k − 1 items all are frequent.
///
/// Two frequent sets that differ in their last items alone are joined to a candidate; one with
/// another part that is not frequent is pruned; those left are counted in the transactions.
/// Departure: candidates of one beginning are made and counted together, in the transactions that
/// hold it, which an index of the items' transactions finds. So no more is kept than the sets and a
/// count for each item.
enum Apriori {
  static func sets(
    of transactions: Interactions, _ search: FrequentSetSearch
  ) throws(Problem) -> FrequentSets {
    let (counts, number) = search.counts(transactions)
    var found = FrequentSets(transactions: number)
    for item in counts.indices where counts[item] >= search.minimumCount {
      found.append(CollectionOfOne(Int32(item)), counts[item])
      try search.check(sets: found.count, size: 1)
    }
    let owners = transactions.transposed()
    var candidates = Candidates(items: transactions.items)
    var size = 1
    while size < search.longest, found.longest == size {
      let level = found.places(ofSize: size)
      var end = level.lowerBound
      for place in level {
        let beginning = Array(found[place])
        // Those that differ from it in the last item alone follow each other.
        end = max(end, place + 1)
        while end < level.upperBound, found[end].dropLast().elementsEqual(beginning.dropLast()) {
          end += 1
        }
        candidates.join(beginning, in: found, place + 1..<end)
        guard !candidates.items.isEmpty else { continue }
        candidates.count(after: beginning, transactions, owners)
        for item in candidates.items {
          let count = candidates.counts[Int(item)]
          guard count >= search.minimumCount else { continue }
          found.append(beginning + [item], count)
          try search.check(sets: found.count, size: size + 1)
        }
      }
      size += 1
    }
    return found
  }

  /// The items that one set is continued by, and how often.
  private struct Candidates {
    /// Ascending.
    private(set) var items: [Int32] = []
    /// How many transactions hold the set and the item; of the items that are no candidates,
    /// anything.
    private(set) var counts: [Int32]

    init(items: Int) { counts = [Int32](repeating: 0, count: items) }

    /// Joins a frequent set with others of its size that differ in the last item alone, and prunes.
    mutating func join(_ set: [Int32], in found: FrequentSets, _ others: Range<Int>) {
      items.removeAll(keepingCapacity: true)
      for other in others {
        let item = found.items[found.starts[other + 1] - 1]
        // The two that are joined leave out one of the last two items.
        let isCandidate = set.indices.dropLast().allSatisfy { left in
          found.place(of: set[..<left] + set[(left + 1)...] + [item]) != nil
        }
        if isCandidate { items.append(item) }
      }
    }

    mutating func count(
      after beginning: [Int32], _ transactions: Interactions, _ owners: Interactions
    ) {
      for item in items { counts[Int(item)] = 0 }
      guard let last = beginning.last,
        let rarest = beginning.min(by: { owners[Int($0)].count < owners[Int($1)].count })
      else { return }
      for user in owners[Int(rarest)].lazy.map({ Int($0) })
      where beginning.allSatisfy({ transactions.contains(user: user, item: Int($0)) }) {
        for item in transactions[user].reversed() {
          guard item > last else { break }
          counts[Int(item)] += 1
        }
      }
    }
  }
}
