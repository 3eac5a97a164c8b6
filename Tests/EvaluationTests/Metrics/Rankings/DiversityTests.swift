import Basics
import Datasets
import Foundation
import Testing

@testable import Evaluation

@Suite struct DiversityTests {
  /// Items 0 and 1 share one of three values, 2 shares none, 3 has none.
  let catalogue = Catalogue(
    popularity: [0, 0, 0, 0],
    features: [
      Feature(
        name: "genre", vocabulary: ["a", "b", "c", "d"],
        indices: [[0, 1], [1, 2], [3], []])
    ])

  private func diversity(_ name: String, _ top: [Int32]) throws -> Double? {
    var tally = try Metric(name).tally(over: catalogue)
    return tally.add(UserRanking(top: top, hits: [], heldOutCount: 1, candidateCount: 4))
  }

  @Test func oneMinusTheMeanSimilarityOfPairs() throws {
    #expect(try diversity("diversity@2", [0, 1, 2]) == 1 - 1.0 / 3)
    #expect(try diversity("diversity@2(similarity=cosine)", [0, 1, 2]) == 0.5)
    let three = try #require(try diversity("diversity@3", [0, 1, 2]))
    #expect(abs(three - 8.0 / 9) < 1e-15)
    #expect(try diversity("diversity@2", [2, 3]) == 1)
    #expect(try diversity("diversity@3", [3])?.isNaN == true)
  }

  @Test func aFeatureThatIsNotThereIsRefused() {
    #expect(throws: Problem.usage("no item feature \"gener\"; did you mean \"genre\"?")) {
      try diversity("diversity@2(feature=gener)", [0, 1])
    }
  }
}
