import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

@Suite struct URGANTests {
  private static let small: JSON = [
    "generatorHidden": [9, 7], "discriminatorHidden": [8, 5], "generatorLearningRate": 0.01,
    "discriminatorLearningRate": 0.004, "generatorBatch": 16, "discriminatorBatch": 24,
    "generatorSteps": 2, "discriminatorSteps": 2, "generatorL2": 0.001, "discriminatorL2": 0.0005,
    "zeroReconstructionPercent": 60, "partialMaskingPercent": 40, "outputActivation": "linear",
  ]

  /// With the interactions as the condition, UR-GAN is CFGAN, in every bit it keeps.
  @Test(
    arguments: [
      ["scheme": "ZP"], ["scheme": "ZR"], ["scheme": "PM"], ["scheme": "none"],
      ["scheme": "ZP", "generatorLoss": "saturating"],
      ["scheme": "ZP", "detachedAdversary": true],
      ["scheme": "ZP", "sharedSamples": true, "zeroReconstructionPercent": 40],
      ["scheme": "ZP", "hiddenActivation": "leaky-relu", "outputActivation": "sigmoid"],
    ] as [JSON])
  func withInteractionsItIsCfganUserBasedBitForBit(_ change: JSON) throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let settings = Self.small.merging(patch: change)
    let mine = try RecommenderList.named("ur-gan").make(
      settings.merging(patch: ["condition": "interactions"]), data, 4)
    let cfgan = try RecommenderList.named("cfgan").make(
      settings.merging(patch: ["rows": "users"]), data, 4)
    #expect(mine.parameterCount == cfgan.parameterCount)
    for _ in 0..<6 {
      #expect(mine.trainEpoch() == cfgan.trainEpoch())
      #expect(try differences(mine.state, cfgan.state).isEmpty)
      #expect(
        identical(
          mine.scores(of: 0..<users, items: items), cfgan.scores(of: 0..<users, items: items)))
    }
  }

  /// Each way of telling makes another generator.
  @Test func theConditionDecidesWhatThePlayersRead() throws {
    let data = try Planted.data()
    func parameters(_ change: JSON) throws -> [String: [Int]] {
      let settings = Self.small.merging(patch: ["attributes": ["kind", "parity"]])
        .merging(patch: change)
      return try RecommenderList.named("ur-gan").make(settings, data, 1).state.tensors
        .filter { $0.key.hasPrefix("parameters/") }.mapValues(\.shape)
    }
    let attributes = try parameters(["attributeWidth": 6])
    #expect(attributes["parameters/generator/kind/values"] == [4, 6])
    #expect(attributes["parameters/generator/parity/scores"] == [2, 1])
    #expect(attributes["parameters/generator/first/attributes"] == [6, 9])
    #expect(attributes["parameters/generator/first/interactions"] == nil)
    #expect(attributes["parameters/discriminator/first/kind"] == [4, 8])
    #expect(attributes["parameters/discriminator/first/vector"] == [40, 8])
    let both = try parameters(["condition": "both", "valueWeighting": "dense"])
    #expect(both["parameters/generator/first/interactions"] == [40, 9])
    #expect(both["parameters/generator/kind/scores"] == nil)
    #expect(both["parameters/discriminator/first/interactions"] == [40, 8])
  }

  @Test func anAttributeThatIsNotThereIsNamedWithTheNearest() throws {
    let data = try Planted.data()
    let type = try RecommenderList.named("ur-gan")
    #expect(
      throws: Problem.usage(
        "ur-gan: the data set has no item attribute \"kinds\"; did you mean \"kind\"?")
    ) { try type.make(["attributes": ["kinds"]], data, 1) }
    #expect(
      throws: Problem.usage(
        "ur-gan: the data set has no item attribute \"kinds\"; did you mean \"kind\"?")
    ) { try type.check(["attributes": ["kind", "kinds"]], data) }
    #expect(throws: Never.self) { try type.check(["attributes": ["kind"]], data) }
    #expect(
      throws: Problem.usage("ur-gan: the data set has no item attribute \"genre\"; it has none")
    ) { try type.make([:], TrainingData(interactions: data.interactions), 1) }
    #expect(throws: Never.self) {
      try type.make(
        ["condition": "interactions"], TrainingData(interactions: data.interactions), 1)
    }
  }

  @Test func anAttributeIsGivenOnce() throws {
    let json = try JSON.parse("{\"attributes\": [\"kind\", \"kind\"]}", file: "spec.json")
    #expect(throws: Problem.usage("spec.json:1:25: attributes[1]: \"kind\" is given twice")) {
      try RecommenderList.named("ur-gan").complete(json)
    }
  }
}
