import Datasets
import Testing

@testable import Recommenders

@Suite struct RandomRecommenderTests {
  @Test func scoresAreUniformOfTheirOwnForEveryUser() {
    let data = TrainingData(interactions: Interactions(users: 40, items: 500))
    let made = RandomRecommender(RandomRecommender.Options(), data: data, seed: 1)
    let scores = made.scores(of: 0..<40, items: 500)
    #expect(scores.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = scores.reduce(0) { $0 + Double($1) } / 20_000
    // Five standard deviations of a mean of 20,000.
    #expect(abs(mean - 0.5) < 5 * (1.0 / 12 / 20_000).squareRoot())
    #expect(Set(scores).count > 19_900)
  }
}
