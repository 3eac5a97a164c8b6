import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

extension ClickModel {
  /// The logits of the first so many records.
  func logits(of count: Int) -> [Float] { logits(of: (0..<Int32(count)).map { $0 }) }

  /// The logits of these records.
  func logits(of places: [Int32]) -> [Float] {
    var logits = [Float](repeating: .nan, count: places.count)
    logits.withUnsafeMutableBufferPointer { self.logits(of: places, into: $0) }
    return logits
  }
}

@Suite struct ClickModelsTests {
  /// Penalties, batches, sets, missing numbers and dropout, one after another.
  @Test(arguments: 0..<9) func learnsWhatAutogradLearns(_ number: Int) throws {
    let golden = try GoldenTraining("click_models")
    #expect(golden.cases.count == 9)
    try golden.checkClicks(number)
  }

  @Test func matrixFactorisationNeedsUserAndItemAmongTheFields() throws {
    let records = try Records(
      PlantedClicks.dataset(),
      ClickSettings(decoding: ["label": "label", "fields": ["user", "place"]]))
    let type = try RecommenderList.named("lfm")
    let problem = #expect(throws: Problem.self) { try type.check([:], records) }
    #expect(problem?.message == "lfm: needs the field \"item\" among the spec's fields")
    #expect(throws: Problem.self) {
      try type.make([:], ClickData(records, training: [0, 1]), 1)
    }
  }

  @Test func aSystemOfOneTaskIsNotBuiltForTheOther() throws {
    let data = try PlantedClicks.data()
    let message = #expect(throws: Problem.self) {
      try RecommenderList.named("item-pop").make([:], data, 1)
    }?.message
    #expect(message == "item-pop ranks items, it does not predict clicks")
    let ranking = TrainingData(interactions: Interactions(users: 1, items: 1))
    #expect(throws: Problem.usage("fm predicts clicks, it does not rank items")) {
      try RecommenderList.named("fm").make([:], ranking, 1)
    }
  }
}
