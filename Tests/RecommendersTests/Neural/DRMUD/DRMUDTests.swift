import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct DRMUDTests {
  private static let small: JSON = [
    "attributes": ["kind", "parity"], "attributeWidth": 4, "generatorHidden": [6],
    "discriminatorHidden": [7], "batch": 16,
  ]

  private func make(
    _ change: JSON = [:], _ data: TrainingData? = nil
  ) throws -> any Recommender {
    try RecommenderList.named("drmud").make(
      Self.small.merging(patch: change), data ?? Planted.data(), 4)
  }

  /// Steps of both players, the ways to tell of a user, and both rankings.
  @Test(arguments: 0..<4) func learnsWhatAutogradLearns(_ number: Int) throws {
    let golden = try GoldenTraining("drmud")
    #expect(golden.cases.count == 4)
    try golden.check(number)
  }

  /// A representation has a place for every value of every attribute: four kinds and two parities.
  @Test func bothPlayersHaveTheShapesOfTheRepresentation() throws {
    func shapes(_ change: JSON) throws -> [String: [Int]] {
      try make(change).state.tensors.filter { $0.key.hasPrefix("parameters/") }.mapValues(\.shape)
    }
    let own = try shapes([:])
    #expect(own["parameters/generator/layer0/weight"] == [6, 6])
    #expect(own["parameters/discriminator/first/vector"] == [6, 7])
    #expect(own["parameters/discriminator/first/kind"] == [4, 7])
    let user = try shapes(["userVector": "user"])
    #expect(user["parameters/discriminator/first/user"] == [60, 7])
    #expect(user["parameters/discriminator/first/kind"] == nil)
  }

  @Test func itemsOfTheSameValuesScoreAlikeAndThoseOfNoneNothing() throws {
    let interactions = Interactions(users: 2, items: 5, pairs: [(0, 0), (0, 2), (1, 1), (1, 3)])
    let kind = Feature(name: "kind", vocabulary: ["a", "b"], indices: [[0], [1], [0], [1], []])
    let made = try make(
      ["attributes": ["kind"]], TrainingData(interactions: interactions, itemFeatures: [kind]))
    for _ in 0..<3 { _ = made.trainEpoch() }
    let scores = made.scores(of: 0..<2, items: 5)
    for row in [scores[..<5], scores[5...]].map(Array.init) {
      #expect(row[0] == row[2] && row[1] == row[3] && row[0] != row[1])
      #expect(row[4] == 0)
    }
  }

  /// Equation 15 has no unrelated items, so nothing is drawn, and nobody's pairs are left out.
  @Test func unrelatedItemsAreDrawnOnlyWhereTheyCount() throws {
    let all = (0..<40).map { (Int32(0), Int32($0)) }
    let data = TrainingData(
      interactions: Interactions(users: 60, items: 40, pairs: all),
      itemFeatures: try Planted.data().itemFeatures)
    func moves(_ weight: Double) throws -> (parameters: Bool, stream: Bool) {
      let made = try make(["unrelatedWeight": .number(weight)], data)
      let before = try made.state
      _ = made.trainEpoch()
      let changed = try differences(made.state, before)
      return (
        changed.contains { $0.hasPrefix("parameters/") }, changed.contains("random/unrelated")
      )
    }
    #expect(try moves(0) == (true, false))
    #expect(try moves(1) == (false, false))
    let usual = try make()
    let before = try usual.state
    _ = usual.trainEpoch()
    #expect(try differences(usual.state, before).contains("random/unrelated"))
  }

  @Test func attributesHaveToBeThereAndOnce() throws {
    #expect(
      throws: Problem.usage(
        "drmud: the data set has no item attribute \"kinds\"; did you mean \"kind\"?")
    ) { try make(["attributes": ["kinds"]]) }
    let json = try JSON.parse("{\"attributes\": [\"kind\", \"kind\"]}", file: "spec.json")
    #expect(throws: Problem.usage("spec.json:1:25: attributes[1]: \"kind\" is given twice")) {
      try RecommenderList.named("drmud").complete(json)
    }
    #expect(throws: Problem.self) { try RecommenderList.named("drmud").complete(["scheme": "ZP"]) }
  }
}
