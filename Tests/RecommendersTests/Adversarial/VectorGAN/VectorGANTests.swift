import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

@Suite struct VectorGANTests {
  /// Schemes, losses, variants, penalties, depths, conditions, noise and ports, one after another.
  @Test(arguments: 0..<29) func learnsWhatAutogradLearns(_ number: Int) throws {
    let golden = try GoldenTraining("vector_gan")
    #expect(golden.cases.count == 29)
    try golden.check(number)
  }

  /// The last row is empty: with it and without, one epoch makes the same weights. Item-based CFGAN
  /// trains on it, as its released code does.
  @Test(
    arguments: [
      ("gan", [:]), ("cgan", ["condition": "interactions"]), ("cfgan", ["rows": "users"]),
      ("ur-gan", ["condition": "interactions"]), ("cfgan", ["rows": "items"]),
    ] as [(String, JSON)])
  func aUserWithoutItemsTeachesNothing(_ name: String, _ settings: JSON) throws {
    let train = try Planted.split().train
    func weights(emptyRows: Int) throws -> [String: State.Array] {
      var rows = Interactions(
        users: train.users + emptyRows, items: train.items, pairs: train.pairs)
      if settings["rows"] == "items" { rows = rows.transposed() }
      let made = try RecommenderList.named(name).make(
        settings.merging(patch: ["generatorHidden": [9], "discriminatorHidden": [8]]),
        TrainingData(interactions: rows), 1)
      _ = made.trainEpoch()
      return try made.state.tensors.filter { $0.key.hasPrefix("parameters/") }
    }
    let same = try weights(emptyRows: 0) == weights(emptyRows: 1)
    #expect(same == (settings["rows"] != "items"))
  }
}
