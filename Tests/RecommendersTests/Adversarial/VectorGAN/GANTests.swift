import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct GANTests {
  private static let small: JSON = [
    "generatorHidden": [12], "discriminatorHidden": [10], "generatorLearningRate": 0.01,
    "discriminatorLearningRate": 0.003, "noiseSize": 6, "noiseDraws": 8,
  ]

  private func make(_ change: JSON = [:], _ data: TrainingData) throws -> any Recommender {
    try RecommenderList.named("gan").make(Self.small.merging(patch: change), data, 3)
  }

  @Test func everybodyGetsTheSameList() throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let made = try make([:], data)
    _ = made.trainEpoch()
    let scores = made.scores(of: 0..<users, items: items)
    for user in 1..<users {
      #expect(Array(scores[user * items..<(user + 1) * items]) == Array(scores[..<items]))
    }
  }

  /// What a generator of rows can know is how often each item is taken: its mean row approaches the
  /// items' shares, and so the list approaches that of `item-pop`.
  @Test func theMeanRowLearnsTheItemsShares() throws {
    var pairs: [(Int32, Int32)] = []
    var random = Random(seed: 2, stream: "shares")
    for user in 0..<200 {
      for item in 0..<8 where random.uniform() < Float(item + 1) / 9 {
        pairs.append((Int32(user), Int32(item)))
      }
    }
    let interactions = Interactions(users: 200, items: 8, pairs: pairs)
    let made = try make(
      [
        "generatorHidden": [32], "discriminatorHidden": [32], "hiddenActivation": "leaky-relu",
        "generatorLearningRate": 0.002, "discriminatorLearningRate": 0.005,
        "discriminatorL2": 0.01, "noiseSize": 8, "noiseDraws": 256,
      ],
      TrainingData(interactions: interactions))
    for _ in 0..<150 { _ = made.trainEpoch() }
    let scores = made.scores(of: 0..<1, items: 8)
    for (item, score) in scores.enumerated() {
      let share = Float(pairs.count { $0.1 == item }) / 200
      #expect(abs(score - share) < 0.2, "item \(item): \(score) for \(share)")
    }
    #expect(scores[7] > scores[0] + 0.4)
  }

  /// More draws of the same system are a mean, not another network.
  @Test func scoresAreMeansOverTheFixedDraws() throws {
    let data = try Planted.data()
    let items = data.interactions.items
    let (one, many) = (try make(["noiseDraws": 1], data), try make(["noiseDraws": 40], data))
    for made in [one, many] { for _ in 0..<2 { _ = made.trainEpoch() } }
    let parameters = { (made: any Recommender) in
      try made.state.tensors.filter { $0.key.hasPrefix("parameters/") }
    }
    #expect(try parameters(one) == parameters(many))
    #expect(one.scores(of: 0..<1, items: items) != many.scores(of: 0..<1, items: items))
  }

  @Test func negativesWhichItDoesNotSampleAreNoSettingsOfIt() throws {
    for name in ["gan", "cgan"] {
      let type = try RecommenderList.named(name)
      #expect(throws: Problem.self) { try type.complete(["scheme": "ZP"]) }
      #expect(throws: Problem.self) { try type.complete(["noiseSize": 0]) }
      #expect(throws: Problem.self) { try type.complete(["noiseDraws": 0]) }
    }
  }
}
