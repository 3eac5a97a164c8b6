import Basics
import Datasets
import Engine
import Testing

@testable import Recommenders

@Suite struct LifeCycleSwitchTests {
  private static let settings: JSON = [
    "field": "place", "stages": ["a": "fm", "b": "lr"], "otherwise": "lr",
    "fm": ["batch": 64, "learningRate": 0.02], "lr": ["batch": 64, "learningRate": 0.02],
  ]

  @Test func eachRecordIsPredictedByItsStagesAlgorithmLearnedFromAllRecords() throws {
    let data = try PlantedClicks.data()
    let made = try RecommenderList.named("life-cycle-switch").make(Self.settings, data, 1)
    let alone: JSON = ["batch": 64, "learningRate": 0.02]
    let fm = try RecommenderList.named("fm").make(alone, data, 1)
    let lr = try RecommenderList.named("lr").make(alone, data, 1)
    for _ in 0..<2 {
      let losses = made.trainEpoch()
      #expect(
        losses.map(\.value) == lr.trainEpoch().map(\.value) + fm.trainEpoch().map(\.value))
      #expect(losses.map(\.name) == ["lr log loss", "fm log loss"])
    }
    guard case .categories(_, let places) = data.columns[4].values else {
      Issue.record("a place is one of three")
      return
    }
    let (all, byFM, byLR) = (made.logits(of: 1200), fm.logits(of: 1200), lr.logits(of: 1200))
    for record in 0..<1200 {
      let expected = places[record] == 0 ? byFM[record] : byLR[record]
      #expect(abs(all[record] - expected) < 1e-5)
    }
    let shares = made.observations
    #expect(shares.map(\.name) == ["share of records left to lr", "share of records left to fm"])
    #expect(abs(shares[0].value + shares[1].value - 1) < 1e-12 && shares[1].value > 0.25)
  }

  static let refused: [(settings: JSON, expected: String)] = [
    (["field": "plaec"], "did you mean \"place\"?"), (["field": "kind"], "of one value a record"),
    (["field": "place", "stages": ["d": "fm"]], "has no value \"d\"; did you mean \"a\"?"),
  ]

  @Test(arguments: refused)
  func refusesWhatTheDataLack(settings: JSON, expected: String) throws {
    let records = try PlantedClicks.records()
    let problem = #expect(throws: Problem.self) {
      try RecommenderList.named("life-cycle-switch").check(settings, records)
    }
    #expect(problem?.message.contains(expected) == true, "\(problem?.message ?? "")")
  }

  @Test func anAlgorithmNeedsTheFieldsThatItNeedsAlone() throws {
    let records = try Records(
      PlantedClicks.dataset(),
      ClickSettings(decoding: ["label": "label", "fields": ["user", "place"]]))
    let settings: JSON = ["field": "place", "stages": ["a": "lfm"]]
    #expect(throws: Problem.usage("lfm: needs the field \"item\" among the spec's fields")) {
      try RecommenderList.named("life-cycle-switch").check(settings, records)
    }
    for refused in [["stages": ["a": "ncf"]], ["lr": ["batch": 3]]] as [JSON] {
      #expect(throws: Problem.self) {
        try RecommenderList.named("life-cycle-switch").complete(refused)
      }
    }
  }
}
