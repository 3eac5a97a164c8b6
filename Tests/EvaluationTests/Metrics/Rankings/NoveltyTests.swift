import Testing

@testable import Evaluation

@Suite struct NoveltyTests {
  /// Of 7 users 0, 1, 3 and all have seen the items: 3, 2, 1 and 0 bits.
  @Test func meanSelfInformationThenTheMeanOverUsers() throws {
    var tally = try Metric("novelty@2").tally(
      over: Catalogue(popularity: [0, 1, 3, 7], users: 7))
    #expect(
      tally.add(UserRanking(top: [0, 1, 3], hits: [], heldOutCount: 1, candidateCount: 4)) == 2.5)
    #expect(tally.add(UserRanking(top: [3], hits: [], heldOutCount: 1, candidateCount: 1)) == 0)
    #expect(tally.value == 1.25)
  }
}
