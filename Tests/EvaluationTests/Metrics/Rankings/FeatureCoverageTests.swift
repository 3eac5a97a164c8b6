import Basics
import Datasets
import Testing

@testable import Evaluation

@Suite struct FeatureCoverageTests {
  private let catalogue = Catalogue(
    popularity: [0, 0, 0],
    features: [
      Feature(name: "genre", vocabulary: ["a", "b", "c", "d"], indices: [[0, 1], [1], []])
    ])

  @Test func countsEachValueOnce() throws {
    var tally = try Metric("feature-coverage@2").tally(over: catalogue)
    #expect(
      tally.add(UserRanking(top: [1, 0], hits: [], heldOutCount: 1, candidateCount: 3)) == 0.5)
    #expect(tally.add(UserRanking(top: [2], hits: [], heldOutCount: 1, candidateCount: 1)) == 0)
    #expect(tally.value == 0.25)
  }

  @Test func aFeatureThatIsNotThereIsRefused() {
    #expect(throws: Problem.usage("no item feature \"gener\"; did you mean \"genre\"?")) {
      try Metric("feature-coverage@2(feature=gener)").tally(over: catalogue)
    }
  }
}
