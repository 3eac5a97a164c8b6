import Testing

@testable import Evaluation

@Suite struct GiniTests {
  private func gini(_ lists: [[Int32]], items: Int) throws -> Double {
    var tally = try Metric("gini@2").tally(
      over: Catalogue(popularity: Array(repeating: 0, count: items)))
    for top in lists {
      let value = tally.add(UserRanking(top: top, hits: [], heldOutCount: 1, candidateCount: items))
      #expect(value == nil)
    }
    return tally.value
  }

  @Test func of0WhereAllItemsAreRecommendedAlike() throws {
    #expect(try gini([[0, 1], [2, 3]], items: 4) == 0)
  }

  /// Counts 0, 0, 1, 3: (−3 · 0 − 1 · 0 + 1 · 1 + 3 · 3) / (4 · 4).
  @Test func near1WhereAFewItemsGetEverything() throws {
    #expect(try gini([[3, 2, 1], [3], [3]], items: 4) == 10.0 / 16)
    #expect(try gini([[7]], items: 100) == 0.99)
  }
}
