import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

@Suite struct CFGANTests {
  private static let settings: JSON = [
    "generatorHidden": [9], "discriminatorHidden": [8], "generatorBatch": 8,
    "discriminatorBatch": 8, "generatorLearningRate": 0.01, "generatorSteps": 1,
  ]

  /// Item-based on some data is user-based on the transposed data, read transposed.
  @Test func itemBasedIsUserBasedOnTheTransposedMatrix() throws {
    let interactions = try Planted.split().train
    let (users, items) = (interactions.users, interactions.items)
    let type = try RecommenderList.named("cfgan")
    let byItem = try type.make(
      Self.settings.merging(patch: ["rows": "items"]), TrainingData(interactions: interactions), 2)
    let byUser = try type.make(
      Self.settings.merging(patch: ["rows": "users"]),
      TrainingData(interactions: interactions.transposed()), 2)
    for _ in 0..<3 {
      #expect(byItem.trainEpoch() == byUser.trainEpoch())
      #expect(try differences(byItem.state, byUser.state).isEmpty)
      let mine = byItem.scores(of: 0..<users, items: items)
      let theirs = byUser.scores(of: 0..<items, items: users)
      for user in 0..<users {
        for item in 0..<items {
          #expect(mine[user * items + item] == theirs[item * users + user])
        }
      }
    }
  }

  @Test func hasTheShapesOfThePaper() throws {
    let interactions = Interactions(users: 3, items: 5, pairs: [(0, 1), (2, 4)])
    let made = try RecommenderList.named("cfgan").make(
      Self.settings.merging(patch: ["rows": "users"]), TrainingData(interactions: interactions), 2)
    // G: 5 → 9 → 5; D: condition and vector, 5 + 5 → 8 → 1.
    #expect(made.parameterCount == (5 * 9 + 9 + 9 * 5 + 5) + (10 * 8 + 8 + 8 + 1))
  }

  /// What only one purpose uses is not for two: the released code shares sets of one size.
  @Test func sharedSamplesNeedBothPurposesAndOnePercentage() throws {
    let type = try RecommenderList.named("cfgan")
    #expect(throws: Never.self) { try type.complete(["sharedSamples": true]) }
    #expect(throws: Problem.self) {
      try type.complete(["sharedSamples": true, "partialMaskingPercent": 30])
    }
    for scheme in ["ZR", "PM", "none"] {
      #expect(throws: Problem.self) {
        try type.complete(["sharedSamples": true, "scheme": .string(scheme)])
      }
      #expect(throws: Problem.self) {
        try RecommenderList.named("ur-gan").complete([
          "sharedSamples": true, "scheme": .string(scheme),
        ])
      }
    }
  }

  /// What ports do otherwise is refused where it would be of no use, and unused it is not written.
  @Test func settingsOfPortsAreUsedOrRefused() throws {
    let type = try RecommenderList.named("cfgan")
    let complete = try type.complete(["rows": "users"])
    for key in ["reconstruction", "stepUnit", "batchOrder", "start", "userFeatures"] {
      #expect(complete[key] == nil)
    }
    for settings: JSON in [
      ["reconstruction": "observed-and-zeros", "scheme": "PM"],
      ["zeroReconstructionCount": 5, "scheme": "PM"], ["partialMaskingCount": 5, "scheme": "ZR"],
      ["sharedSamples": true, "zeroReconstructionCount": 5], ["userFeatures": ["age"]],
      ["rows": "users", "userFeatures": ["age", "age"]],
    ] {
      #expect(throws: Problem.self) { try type.complete(settings) }
    }
    let data = TrainingData(
      interactions: Interactions(users: 2, items: 2, pairs: [(0, 0), (1, 1)]))
    #expect(throws: Problem.self) {
      try type.check(type.complete(["rows": "users", "userFeatures": ["age"]]), data)
    }
  }

  @Test func aGeneratorThatMinimisesNothingIsRefused() throws {
    let type = try RecommenderList.named("cfgan")
    #expect(throws: Problem.self) {
      try type.complete(["detachedAdversary": true, "scheme": "PM"])
    }
    #expect(throws: Never.self) { try type.complete(["detachedAdversary": true]) }
  }
}
