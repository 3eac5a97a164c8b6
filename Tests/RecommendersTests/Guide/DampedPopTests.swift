import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

/// The recommender that the guide shows.
@Suite struct DampedPopTests {
  @Test func isWhatTheGuideShows() throws {
    let path = #filePath.replacing("DampedPopTests.swift", with: "DampedPop.swift")
    #expect(try GuideCode.holds("Extending", as: "DampedPop.swift", in: path))
  }

  @Test func scoresByAPowerOfCountsAsItIsSavedAndRestored() throws {
    let data = TrainingData(
      interactions: Interactions(users: 4, items: 2, pairs: (0..<4).map { ($0, 1) }))
    let type = RecommenderType(DampedPop.self)
    let made = try type.make([:], data, 1)
    #expect(made.scores(of: 0..<2, items: 2) == [0, 2, 0, 2])
    let other = try type.make(["power": 1], data, 1)
    #expect(other.scores(of: 1..<2, items: 2) == [0, 4])
    try other.restore(made.state)
    #expect(other.scores(of: 1..<2, items: 2) == [0, 2])
  }
}
