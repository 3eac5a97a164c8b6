/// Transactions, each as a path from the root over its frequent items, of which common beginnings
/// are there once (Han, Pei & Yin, SIGMOD 2000).
///
/// Items have ranks here, 0 the most frequent of all transactions, and ranks ascend along a path.
struct FPTree {
  /// The item of each rank.
  let items: [Int32]
  /// How many of the transactions hold it.
  let counts: [Int32]
  /// The newest node of each rank; −1 where there is none yet.
  private var newest: [Int32]
  private var nodes: [Node] = []
  /// Nodes by what they follow, in the upper half, and their rank.
  private var children: [UInt64: Int32] = [:]

  private struct Node {
    /// How many transactions pass it.
    var count: Int32
    let rank: Int32
    /// The node before it on the path; −1 for the root.
    let parent: Int32
    /// The one of the same rank made before it; −1 where there is none.
    let older: Int32
  }

  /// A tree of these ranks, without transactions.
  init(items: [Int32], counts: [Int32]) {
    (self.items, self.counts) = (items, counts)
    newest = [Int32](repeating: -1, count: items.count)
  }

  /// Adds `count` transactions of these ranks, which ascend.
  mutating func add(_ ranks: some Sequence<Int32>, times count: Int32) {
    var parent: Int32 = -1
    for rank in ranks {
      let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: rank))
      if let node = children[key] {
        nodes[Int(node)].count += count
        parent = node
      } else {
        let node = Int32(nodes.count)
        nodes.append(
          Node(count: count, rank: rank, parent: parent, older: newest[Int(rank)]))
        newest[Int(rank)] = node
        children[key] = node
        parent = node
      }
    }
  }

  /// What the transactions with an item hold of the ranks before it: calls `visit` with each path,
  /// the ranks from last to first, and how many transactions go along it.
  func visitPaths(to rank: Int, _ visit: (_ ranks: [Int32], _ count: Int32) -> Void) {
    var path: [Int32] = []
    var place = newest[rank]
    while place >= 0 {
      let node = nodes[Int(place)]
      path.removeAll(keepingCapacity: true)
      var parent = node.parent
      while parent >= 0 {
        path.append(nodes[Int(parent)].rank)
        parent = nodes[Int(parent)].parent
      }
      visit(path, node.count)
      place = node.older
    }
  }
}
