import Testing

@testable import Evaluation

@Suite struct PopularityTests {
  @Test func meanOverTheListThenOverUsers() throws {
    var tally = try Metric("popularity@2").tally(over: Catalogue(popularity: [10, 20, 40]))
    #expect(
      tally.add(UserRanking(top: [1, 2, 0], hits: [], heldOutCount: 1, candidateCount: 3)) == 30)
    #expect(tally.add(UserRanking(top: [0], hits: [], heldOutCount: 1, candidateCount: 1)) == 10)
    #expect(tally.value == 20)
  }

  @Test func isCountedFromTheSeenInteractions() {
    let seen = interactions(3, 3, [(0, 0), (1, 0), (2, 2)])
    #expect(Catalogue(seen: seen).popularity == [2, 0, 1])
  }
}
