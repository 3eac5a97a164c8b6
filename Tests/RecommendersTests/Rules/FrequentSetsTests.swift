import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct FrequentSetsTests {
  /// Bread 0, milk 1, beer 2, and an item of nobody's.
  private static let baskets = Interactions(
    users: 6, items: 4,
    pairs: [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (3, 0), (3, 1), (5, 2)])

  private func found(
    _ transactions: Interactions, _ algorithm: FrequentSetAlgorithm, atLeast count: Int,
    longest: Int = 10, most: Int = 1000
  ) throws -> FrequentSets {
    try FrequentSetSearch(minimumCount: count, longest: longest, most: most, name: "rules")
      .sets(of: transactions, by: algorithm)
  }

  private func pairs(_ sets: FrequentSets) -> [[Int]] {
    (0..<sets.count).map { place in sets[place].map { Int($0) } + [Int(sets.counts[place])] }
  }

  @Test(arguments: FrequentSetAlgorithm.allCases)
  func countsSetsOfUsersWhoHaveThemAll(_ algorithm: FrequentSetAlgorithm) throws {
    let two = try found(Self.baskets, algorithm, atLeast: 2)
    // Who has nothing is no transaction.
    #expect(two.transactions == 5)
    #expect(pairs(two) == [[0, 3], [1, 4], [2, 2], [0, 1, 3]])
    let all = try found(Self.baskets, algorithm, atLeast: 1)
    #expect(
      pairs(all) == [
        [0, 3], [1, 4], [2, 2], [0, 1, 3], [0, 2, 1], [1, 2, 1], [0, 1, 2, 1],
      ])
    #expect(all.longest == 3 && all.places(ofSize: 2) == 3..<6 && all.places(ofSize: 4).isEmpty)
    #expect(try pairs(found(Self.baskets, algorithm, atLeast: 1, longest: 2)).count == 6)
    #expect(try pairs(found(Self.baskets, algorithm, atLeast: 1, longest: 1)).count == 3)
    #expect(try found(Self.baskets, algorithm, atLeast: 5).count == 0)
    #expect(try found(Interactions(users: 0, items: 0), algorithm, atLeast: 1).count == 0)
  }

  @Test func aSetIsFoundByItsItems() throws {
    let sets = try found(Self.baskets, .fpGrowth, atLeast: 1)
    for place in 0..<sets.count { #expect(sets.place(of: sets[place]) == place) }
    #expect(sets.place(of: [3]) == nil && sets.place(of: []) == nil)
    #expect(sets.place(of: [0, 3]) == nil && sets.place(of: [0, 1, 2, 3]) == nil)
  }

  @Test(arguments: FrequentSetAlgorithm.allCases, 0..<FrequentSetsGolden.cases)
  func setsOfRandomTransactionsAreThoseOfAnotherProgram(
    _ algorithm: FrequentSetAlgorithm, _ number: Int
  ) throws {
    try compare(FrequentSetsGolden(number), algorithm)
  }

  @Test(
    .enabled(if: foundOrRequired(FrequentSetsGolden.hasGroceries), "Groceries is not here"),
    arguments: FrequentSetAlgorithm.allCases)
  func setsOfGroceriesAreThoseOfAnotherProgram(_ algorithm: FrequentSetAlgorithm) throws {
    let golden = try FrequentSetsGolden.groceries()
    try compare(golden, algorithm)
    let sets = try golden.search.sets(of: golden.transactions, by: algorithm)
    #expect(
      (1...6).map { sets.places(ofSize: $0).count } == [157, 2981, 6831, 3137, 376, 10])
    #expect(sets.count == 13_492)
  }

  private func compare(_ golden: FrequentSetsGolden, _ algorithm: FrequentSetAlgorithm) throws {
    let sets = try golden.search.sets(of: golden.transactions, by: algorithm)
    try #require(sets.count == golden.sets.count)
    for (place, set) in golden.sets.enumerated() {
      #expect(sets[place].elementsEqual(set.items) && Int(sets.counts[place]) == set.count)
    }
  }

  /// Ascending names of items are no order of the algorithms, and neither is that of transactions.
  @Test func theOrderOfTransactionsAndOtherNamesChangeNothing() throws {
    var random = Random(seed: 5, stream: "order")
    let golden = try FrequentSetsGolden(1)
    let (users, items) = (golden.transactions.users, golden.transactions.items)
    let first = try golden.search.sets(of: golden.transactions, by: .fpGrowth)
    for _ in 0..<5 {
      var (rows, columns) = (Array(0..<users), Array(0..<items))
      random.shuffle(&rows)
      func other(_ columns: [Int]) -> Interactions {
        Interactions(
          users: users, items: items,
          pairs: golden.transactions.pairs.map { user, item in
            (Int32(rows[Int(user)]), Int32(columns[Int(item)]))
          })
      }
      for algorithm in FrequentSetAlgorithm.allCases {
        #expect(try golden.search.sets(of: other(columns), by: algorithm) == first)
      }
      random.shuffle(&columns)
      let renamed = try FrequentSetAlgorithm.allCases.map {
        try golden.search.sets(of: other(columns), by: $0)
      }
      #expect(renamed[0] == renamed[1] && renamed[0].count == first.count)
      for place in 0..<first.count {
        let set = first[place].map { Int32(columns[Int($0)]) }.sorted()
        let own = try #require(renamed[0].place(of: set))
        #expect(renamed[0].counts[own] == first.counts[place])
      }
    }
  }

  @Test(arguments: FrequentSetAlgorithm.allCases)
  func moreSetsThanAreAllowedAreRefusedInOneLine(_ algorithm: FrequentSetAlgorithm) throws {
    #expect(try found(Self.baskets, algorithm, atLeast: 1, most: 7).count == 7)
    #expect(
      throws: Problem.run(
        "rules: more than 6 sets of up to 10 items are had by at least 1 users; raise"
          + " minimumSupport, lower longest or raise mostSets")
    ) { try found(Self.baskets, algorithm, atLeast: 1, most: 6) }
    // Two who have the same 3,000 items have 2³⁰⁰⁰ sets in common.
    let twins = Interactions(
      users: 2, items: 3000, pairs: (0..<6000).map { (Int32($0 / 3000), Int32($0 % 3000)) })
    #expect(throws: Problem.self) {
      try found(twins, algorithm, atLeast: 2, longest: 3000, most: 5000)
    }
    #expect(try found(twins, algorithm, atLeast: 2, longest: 1, most: 5000).count == 3000)
  }
}
