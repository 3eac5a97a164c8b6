import Testing

@testable import Evaluation

@Suite struct CoverageTests {
  @Test func countsEachRecommendedItemOnce() throws {
    var tally = try Metric("coverage@2").tally(
      over: Catalogue(popularity: [0, 0, 0, 0, 0, 0, 0, 0]))
    for top in [[1, 2, 3], [2, 1, 4], [7]] as [[Int32]] {
      let value = tally.add(UserRanking(top: top, hits: [], heldOutCount: 1, candidateCount: 8))
      #expect(value == nil)
    }
    #expect(tally.value == 3.0 / 8)
  }
}
