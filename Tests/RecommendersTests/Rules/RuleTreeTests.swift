import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct RuleTreeTests {
  /// All rules of a tree: the items of X, the consequent and the strength.
  private func rules(_ tree: RuleTree, _ sets: FrequentSets) -> [[Int32]: [(Int32, Float)]] {
    var found: [[Int32]: [(Int32, Float)]] = [:]
    for place in 0..<sets.count {
      let antecedent = Array(sets[place])
      // Of the rules within X those of its parts come first, or elsewhere in the order.
      var known = Set<Int32>()
      for left in antecedent.indices where antecedent.count > 1 {
        let part = antecedent[..<left] + antecedent[(left + 1)...]
        tree.visitRules(within: Array(part)[...]) { known.formUnion($0.map { Int32($0) }) }
      }
      tree.visitRules(within: antecedent[...]) { places in
        for place in places where !known.contains(Int32(place)) {
          found[antecedent, default: []].append((tree.consequents[place], tree.strengths[place]))
        }
      }
    }
    return found
  }

  private func compare(_ golden: FrequentSetsGolden) throws {
    let sets = try golden.search.sets(of: golden.transactions, by: .fpGrowth)
    for strength in RuleStrength.allCases {
      let tree = RuleTree(sets, by: strength, minimumConfidence: golden.confidence)
      try #require(tree.count == golden.rules.count)
      let found = rules(tree, sets)
      #expect(found.reduce(0) { $0 + $1.value.count } == tree.count)
      for rule in golden.rules {
        let own = try #require(found[rule.antecedent]?.first { $0.0 == rule.consequent })
        let expected =
          switch strength {
          case .confidence: rule.confidence
          case .lift: rule.lift
          case .support: Double(rule.count)
          }
        #expect(abs(Double(own.1) - expected) <= 1e-6 * max(1, expected))
      }
    }
  }

  @Test(arguments: 0..<FrequentSetsGolden.cases)
  func rulesAreThoseOfAnotherProgram(_ number: Int) throws {
    try compare(FrequentSetsGolden(number))
  }

  @Test(.enabled(if: foundOrRequired(FrequentSetsGolden.hasGroceries), "Groceries is not here"))
  func rulesOfGroceriesAreThoseOfAnotherProgram() throws {
    let golden = try FrequentSetsGolden.groceries()
    try compare(golden)
    #expect(golden.rules.count == 5668 && golden.rulesOfAnyConsequent == 5829)
    let sets = try golden.search.sets(of: golden.transactions, by: .fpGrowth)
    #expect(rulesOfAnyConsequent(sets, golden.confidence) == 5829)
  }

  @Test(arguments: 0..<FrequentSetsGolden.cases)
  func rulesOfAnyConsequentAreAsMany(_ number: Int) throws {
    let golden = try FrequentSetsGolden(number)
    let sets = try golden.search.sets(of: golden.transactions, by: .apriori)
    #expect(rulesOfAnyConsequent(sets, golden.confidence) == golden.rulesOfAnyConsequent)
  }

  /// How many rules X → Y there are, Y of any number of items.
  private func rulesOfAnyConsequent(_ sets: FrequentSets, _ confidence: Double) -> Int {
    var count = 0
    for place in 0..<sets.count where sets[place].count > 1 {
      let set = Array(sets[place])
      for bits in 1..<(1 << set.count - 1) {
        let antecedent = set.indices.filter { bits >> $0 & 1 == 1 }.map { set[$0] }
        guard let part = sets.place(of: antecedent) else { continue }
        if Double(sets.counts[place]) / Double(sets.counts[part]) >= confidence { count += 1 }
      }
    }
    return count
  }

  @Test func withoutPairsThereIsNoRule() throws {
    let lonely = Interactions(users: 3, items: 2, pairs: [(0, 0), (1, 0), (2, 1)])
    for longest in [1, 2] {
      let sets = try FrequentSetSearch(minimumCount: 1, longest: longest, most: 10, name: "rules")
        .sets(of: lonely, by: .fpGrowth)
      let tree = RuleTree(sets, by: .lift, minimumConfidence: 0)
      #expect(tree.count == 0)
      tree.visitRules(within: [0, 1]) { _ in Issue.record("a rule of nothing") }
    }
  }
}
