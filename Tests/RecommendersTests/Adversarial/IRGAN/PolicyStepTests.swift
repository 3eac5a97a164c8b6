import Basics
import Datasets
import Engine
import Foundation
import Testing

@testable import Recommenders

/// The generator's side against its equations, in double precision, on the same draws.
@Suite struct PolicyStepTests {
  private static let interactions = Interactions(
    users: 4, items: 7, pairs: [(0, 0), (0, 3), (0, 6), (1, 2), (3, 1), (3, 5)])
  private let generator = player("generator", 1)
  private let discriminator = player("discriminator", 2)
  private let step: PolicyStep
  private let rate = 0.4

  private static func player(_ name: String, _ seed: UInt64) -> FactorModel {
    let model = FactorModel(player: name, users: 4, items: 7, factors: 3, start: .zeros, seed: 1)
    scatter(model, seed: seed)
    return model
  }

  init() {
    let learner = Learner(generator.store, rule: .sgd(rate))
    step = PolicyStep(generator, discriminator, Self.interactions, learner)
  }

  private func pass(
    _ model: inout DoubleFactors, mixture: Double, _ random: inout Random
  ) -> Double {
    let judge = DoubleFactors(discriminator)
    var (total, users) = (0.0, 0)
    for user in 0..<4 where !Self.interactions[user].isEmpty {
      let positives = Self.interactions[user].map { Int($0) }
      let exponentials = (0..<7).map { exp(model.score(user, $0)) }
      let p = exponentials.map { $0 / exponentials.reduce(0, +) }
      let proposal = (0..<7).map { item in
        (1 - mixture) * p[item]
          + (positives.contains(item) ? mixture / Double(positives.count) : 0)
      }
      let n = 2 * positives.count
      // d loss / d score, of −(1/n) Σ ln p(i) · R(i) · p(i)/p_n(i), rewards and ratios constant.
      var slope = [Double](repeating: 0, count: 7)
      for _ in 0..<n {
        var rest = random.uniformDouble() * proposal.reduce(0, +)
        let item =
          proposal.indices.first { item in
            rest -= proposal[item]
            return rest < 0
          } ?? 6
        let reward = 2 * (1 / (1 + exp(-judge.score(user, item))) - 0.5)
        let weight = reward * p[item] / proposal[item] / Double(n)
        total -= weight * log(p[item])
        for other in 0..<7 { slope[other] += weight * (p[other] - (other == item ? 1 : 0)) }
      }
      let before = model
      for item in 0..<7 {
        for k in 0..<3 {
          model.users[user][k] -= rate * slope[item] * before.items[item][k]
          model.items[item][k] -= rate * slope[item] * before.users[user][k]
        }
        model.biases[item] -= rate * slope[item]
      }
      users += 1
    }
    return total / Double(users)
  }

  @Test(arguments: [0.0, 0.2, 0.8, 1]) func followsTheEquations(_ mixture: Double) {
    var random = Random(seed: 5, stream: "actions")
    var same = random
    var exact = DoubleFactors(generator)
    let judge = discriminator.store.state
    for _ in 0..<4 {
      let loss = step.pass(mixture: mixture, &random)
      let expected = pass(&exact, mixture: mixture, &same)
      #expect(abs(loss - expected) < 1e-5)
    }
    #expect(random == same)
    #expect(exact.distance(to: generator) < 1e-5)
    #expect(discriminator.store.state == judge)
  }

  /// What the judge likes becomes likelier.
  @Test func climbsTheExpectedReward() {
    let judge = DoubleFactors(discriminator)
    func expectedReward() -> Double {
      let exact = DoubleFactors(generator)
      return [0, 1, 3].reduce(0) { total, user in
        let weights = (0..<7).map { exp(exact.score(user, $0)) }
        return total
          + (0..<7).reduce(0) {
            $0 + weights[$1] / weights.reduce(0, +)
              * 2 * (1 / (1 + exp(-judge.score(user, $1))) - 0.5)
          }
      }
    }
    let before = expectedReward()
    var random = Random(seed: 5, stream: "actions")
    for _ in 0..<100 { _ = step.pass(mixture: 0.2, &random) }
    #expect(expectedReward() > before + 0.3, "from \(before) to \(expectedReward())")
  }

  @Test func nobodyWithPositivesNoSteps() {
    let learner = Learner(generator.store, rule: .sgd(rate))
    let empty = PolicyStep(generator, discriminator, Interactions(users: 4, items: 7), learner)
    var random = Random(seed: 5, stream: "actions")
    #expect(empty.pass(mixture: 0.2, &random) == 0)
    #expect(random == Random(seed: 5, stream: "actions"))
  }
}
