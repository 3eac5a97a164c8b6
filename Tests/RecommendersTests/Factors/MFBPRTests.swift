import Basics
import Datasets
import Foundation
import Testing

@testable import Recommenders

@Suite struct MFBPRTests {
  private let interactions = Interactions(
    users: 4, items: 6, pairs: [(0, 0), (0, 3), (1, 1), (1, 2), (1, 4), (3, 5), (3, 0)])

  private func options(_ factors: Int = 3) -> MFBPR.Options {
    var options = MFBPR.Options()
    (options.factors, options.learningRate, options.l2) = (factors, 0.3, 0.1)
    return options
  }

  /// The algorithm as the paper has it (LearnBPR), on the draws of the stream "triples".
  private struct Reference {
    var factors: DoubleFactors
    let interactions: Interactions
    var random: Random
    let rate = 0.3
    let l2 = 0.1

    mutating func epoch() -> Double {
      let pairs = interactions.pairs
      var loss = 0.0
      for _ in pairs {
        let (user, item) = pairs[random.below(pairs.count)]
        let (u, i) = (Int(user), Int(item))
        if interactions[u].count == interactions.items { continue }
        var j = random.below(interactions.items)
        while interactions.contains(user: u, item: j) { j = random.below(interactions.items) }
        let x = factors.score(u, i) - factors.score(u, j)
        loss -= log(1 / (1 + exp(-x)))
        let z = 1 / (1 + exp(x))
        let (p, a, b) = (factors.users[u], factors.items[i], factors.items[j])
        for k in p.indices {
          factors.users[u][k] += rate * (z * (a[k] - b[k]) - l2 * p[k])
          factors.items[i][k] += rate * (z * p[k] - l2 * a[k])
          factors.items[j][k] += rate * (-z * p[k] - l2 * b[k])
        }
        factors.biases[i] += rate * (z - l2 * factors.biases[i])
        factors.biases[j] += rate * (-z - l2 * factors.biases[j])
      }
      return loss / Double(pairs.count)
    }
  }

  private func compare(_ interactions: Interactions, epochs: Int) throws {
    let recommender = MFBPR(
      options(), data: TrainingData(interactions: interactions), seed: 3)
    // A model of its own with the same start: parameters are named after seed and player.
    let start = FactorModel(
      player: "model", users: interactions.users, items: interactions.items, factors: 3,
      start: .normal(deviation: 0.01), seed: 3)
    var reference = Reference(
      factors: DoubleFactors(start), interactions: interactions,
      random: Random(seed: 3, stream: "triples"))
    for _ in 0..<epochs {
      let losses = recommender.trainEpoch()
      let expected = reference.epoch()
      #expect(losses.map(\.name) == ["pairwise"])
      #expect(abs(losses[0].value - expected) < 1e-6)
    }
    try start.store.restore(recommender.state)
    #expect(reference.factors.distance(to: start) < 1e-5)
    #expect(try recommender.state.counters["random/triples"] == reference.random.state)
  }

  @Test func everyStepIsTheFormulas() throws {
    try compare(interactions, epochs: 10)
  }

  /// 4,500 pairs an epoch are more than one block of triples.
  @Test func longEpochsAreNoDifferent() throws {
    var pairs: [(Int32, Int32)] = []
    for user in 0..<90 { for item in 0..<50 { pairs.append((Int32(user), Int32(item))) } }
    try compare(Interactions(users: 90, items: 100, pairs: pairs), epochs: 2)
  }

  @Test func aUserWhoHasEveryItemMovesNothing() throws {
    try compare(
      Interactions(users: 2, items: 3, pairs: [(0, 0), (0, 1), (0, 2), (1, 1)]), epochs: 6)
  }
}
