import Basics
import Datasets

/// FP-growth (Han, Pei & Yin, SIGMOD 2000): frequent sets without candidates.
///
/// Transactions are put into a tree, see ``FPTree``. The sets that end in an item are those of the
/// transactions that hold it, without what comes after it: they are put into a tree of their own,
/// and so on.
struct FPGrowth {
  private let search: FrequentSetSearch
  private var found: FrequentSets

  static func sets(
    of transactions: Interactions, _ search: FrequentSetSearch
  ) throws(Problem) -> FrequentSets {
    let (counts, number) = search.counts(transactions)
    let frequent = counts.indices.filter { counts[$0] >= search.minimumCount }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }
    var ranks = [Int32](repeating: -1, count: counts.count)
    for (rank, item) in frequent.enumerated() { ranks[item] = Int32(rank) }
    var tree = FPTree(items: frequent.map { Int32($0) }, counts: frequent.map { counts[$0] })
    for user in 0..<transactions.users {
      tree.add(
        transactions[user].lazy.map { ranks[Int($0)] }.filter { $0 >= 0 }.sorted(), times: 1)
    }
    var growth = FPGrowth(search: search, found: FrequentSets(transactions: number))
    try growth.grow(tree, [])
    return FrequentSets(growth.found)
  }

  private mutating func add(_ set: [Int32], _ count: Int32) throws(Problem) {
    found.append(set.sorted(), count)
    try search.check(sets: found.count, size: set.count)
  }

  /// The sets that end in `ending` and have an item of the tree more.
  ///
  /// A set of n items has 2ⁿ parts, and `check` allows so many: it does not go deep.
  private mutating func grow(_ tree: FPTree, _ ending: [Int32]) throws(Problem) {
    for rank in tree.items.indices {
      let set = ending + [tree.items[rank]]
      try add(set, tree.counts[rank])
      guard set.count < search.longest else { continue }
      var counts = [Int32](repeating: 0, count: rank)
      tree.visitPaths(to: rank) { path, count in
        for rank in path { counts[Int(rank)] += count }
      }
      let frequent = counts.indices.filter { counts[$0] >= search.minimumCount }
      if set.count + 1 == search.longest {
        for rank in frequent { try add(set + [tree.items[rank]], counts[rank]) }
        continue
      }
      var ranks = [Int32](repeating: -1, count: rank)
      for (new, old) in frequent.enumerated() { ranks[old] = Int32(new) }
      var smaller = FPTree(
        items: frequent.map { tree.items[$0] }, counts: frequent.map { counts[$0] })
      tree.visitPaths(to: rank) { path, count in
        smaller.add(
          path.reversed().lazy.map { ranks[Int($0)] }.filter { $0 >= 0 }, times: count)
      }
      try grow(smaller, set)
    }
  }
}
