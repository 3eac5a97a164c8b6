/// The rules X → y of frequent sets, found by what a user has (Agrawal, Imieliński & Swami 1993).
///
/// A node is a frequent set that may be an X; what it is continued by are its children. Nodes are in
/// the order of ``FrequentSets``, in which the children of nodes that follow each other do so too.
struct RuleTree {
  /// The last item of each node.
  private let items: [Int32]
  /// Where the children of each node start; one more than there are nodes.
  private let childStarts: [Int]
  /// Where the rules of each node start; one more than there are nodes.
  private let ruleStarts: [Int]
  /// Nodes of one item.
  private let roots: Int
  /// What each rule concludes to; those of one node ascend.
  let consequents: [Int32]
  /// The strength of each rule.
  var strengths: [Float]

  /// The number of rules.
  var count: Int { consequents.count }

  /// The rules of one consequent whose confidence is at least `minimumConfidence`.
  init(_ sets: FrequentSets, by strength: RuleStrength, minimumConfidence: Double) {
    roots = sets.places(ofSize: 1).count
    let nodes = sets.places(ofSize: sets.longest).lowerBound
    items = (0..<nodes).map { sets.items[sets.starts[$0 + 1] - 1] }
    childStarts = Self.childStarts(sets, nodes: nodes)

    var found: [(node: Int32, consequent: Int32, strength: Float)] = []
    for place in roots..<sets.count {
      let set = sets[place]
      for left in set.indices {
        // Parts of frequent sets are frequent.
        guard let node = sets.place(of: set[..<left] + set[(left + 1)...]),
          let single = sets.place(of: set[left...left])
        else { continue }
        let (both, antecedent) = (sets.counts[place], sets.counts[node])
        guard Double(both) / Double(antecedent) >= minimumConfidence else { continue }
        let value = strength(
          both: both, antecedent: antecedent, consequent: sets.counts[single],
          of: sets.transactions)
        found.append((Int32(node), set[left], Float(value)))
      }
    }
    found.sort { ($0.node, $0.consequent) < ($1.node, $1.consequent) }
    var starts = [Int](repeating: 0, count: nodes + 1)
    for rule in found { starts[Int(rule.node) + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    (ruleStarts, consequents) = (starts, found.map(\.consequent))
    strengths = found.map(\.strength)
  }

  private static func childStarts(_ sets: FrequentSets, nodes: Int) -> [Int] {
    var starts: [Int] = []
    var child = sets.places(ofSize: 2).lowerBound
    for node in 0..<nodes {
      starts.append(child)
      while child < nodes, sets[child].dropLast().elementsEqual(sets[node]) { child += 1 }
    }
    return starts + [child]
  }

  /// Calls `visit` with the places of the rules of each X that lies in `own`, which ascends.
  func visitRules(within own: ArraySlice<Int32>, _ visit: (Range<Int>) -> Void) {
    visitRules(of: 0..<min(roots, items.count), within: own, visit)
  }

  /// A node is as deep as its set is long, and of those there are few, see `FrequentSetSearch`.
  private func visitRules(
    of nodes: Range<Int>, within own: ArraySlice<Int32>, _ visit: (Range<Int>) -> Void
  ) {
    var (node, place) = (nodes.lowerBound, own.startIndex)
    while node < nodes.upperBound, place < own.endIndex {
      if items[node] < own[place] {
        node += 1
      } else if own[place] < items[node] {
        place += 1
      } else {
        let rules = ruleStarts[node]..<ruleStarts[node + 1]
        if !rules.isEmpty { visit(rules) }
        visitRules(
          of: childStarts[node]..<childStarts[node + 1], within: own[(place + 1)...], visit)
        node += 1
        place += 1
      }
    }
  }
}
