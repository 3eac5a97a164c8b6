import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct CGANTests {
  private func shapes(_ condition: String) throws -> [String: [Int]] {
    let made = try RecommenderList.named("cgan").make(
      [
        "condition": .string(condition), "generatorHidden": [9], "discriminatorHidden": [8],
        "noiseSize": 5,
      ], Planted.data(), 1)
    return try made.state.tensors.filter { $0.key.hasPrefix("parameters/") }.mapValues(\.shape)
  }

  @Test func bothPlayersReadTheConditionAndOnlyTheGeneratorTheNoise() throws {
    let user = try shapes("user")
    #expect(user["parameters/generator/first/user"] == [60, 9])
    #expect(user["parameters/generator/first/noise"] == [5, 9])
    #expect(user["parameters/discriminator/first/user"] == [60, 8])
    #expect(user["parameters/discriminator/first/vector"] == [40, 8])
    #expect(user["parameters/discriminator/first/noise"] == nil)
    let interactions = try shapes("interactions")
    #expect(interactions["parameters/generator/first/interactions"] == [40, 9])
    #expect(interactions["parameters/generator/first/user"] == nil)
  }
}
