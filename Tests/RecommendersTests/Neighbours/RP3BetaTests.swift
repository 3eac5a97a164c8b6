import Basics
import Datasets
import Testing

@testable import Recommenders

@Suite struct RP3BetaTests {
  private func made(_ name: String, _ settings: JSON) throws -> any Recommender {
    try RecommenderList.named(name).make(
      settings, TrainingData(interactions: TinySplit.train()), 1)
  }

  @Test func withoutAPenaltyItIsP3alpha() throws {
    let walk: JSON = ["neighbours": 6, "alpha": 0.8]
    let penalised = try made("rp3beta", walk.merging(patch: ["beta": 0]))
    #expect(try differences(made("p3alpha", walk).state, penalised.state).isEmpty)
  }

  /// User 0 has item 0; from there lead paths to item 1, which two users have, and to item 2.
  @Test func aPenaltyOf1DividesByTheNumberOfUsers() throws {
    let matrix = Interactions(
      users: 3, items: 3, pairs: [(0, 0), (1, 0), (1, 1), (1, 2), (2, 1)])
    let made = try RecommenderList.named("rp3beta").make(
      ["alpha": 1, "beta": 1], TrainingData(interactions: matrix), 1)
    let scores = made.scores(of: 0..<1, items: 3)
    let expected: [Double] = [0, 1 / 12, 1 / 6]
    #expect(zip(scores, expected).allSatisfy { abs(Double($0) - $1) < 1e-7 })
  }
}
