import Basics
import Datasets
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Recommenders

/// What every system of the list that predicts clicks has to do.
@Suite struct ClickConformanceTests {
  /// A system with settings small enough to be trained in a moment.
  struct Subject: Sendable, CustomTestStringConvertible {
    let name: String
    var settings: JSON = [:]
    /// What its ROC AUC has to lie in after 30 epochs: where it sees no interactions, it cannot
    /// find that of user and item.
    let area: ClosedRange<Double>

    var testDescription: String { "\(name) \(settings.canonicalText)" }

    func make(_ data: ClickData, seed: UInt64 = 1) throws -> any ClickModel {
      let usual: JSON = ["batch": 32, "learningRate": 0.02]
      let isSwitch = name == "life-cycle-switch"
      return try RecommenderList.named(name).make(
        settings.merging(patch: isSwitch ? ["fm": usual] : usual), data, seed)
    }

    func trained(_ data: ClickData, seed: UInt64 = 1, epochs: Int) throws -> any ClickModel {
      let made = try make(data, seed: seed)
      for _ in 0..<epochs { _ = made.trainEpoch() }
      return made
    }
  }

  static let subjects = [
    Subject(name: "lr", area: 0.55...0.75), Subject(name: "fm", area: 0.85...1),
    Subject(name: "lfm", settings: ["embedding": 4, "l2": 1e-4], area: 0.85...1),
    Subject(name: "dnn", settings: ["hidden": [16, 8], "dropProbability": 0.1], area: 0.85...1),
    Subject(name: "wide-and-deep", settings: ["hidden": [16], "embedding": 5], area: 0.85...1),
    Subject(
      name: "deep-fm", settings: ["hidden": [16, 8], "dropProbability": 0.2], area: 0.85...1),
    Subject(
      name: "life-cycle-switch",
      settings: [
        "field": "place", "stages": ["a": "fm", "c": "deep-fm"], "otherwise": "fm",
        "deepFM": ["hidden": [16], "batch": 32, "learningRate": 0.02],
      ], area: 0.85...1),
    Subject(
      name: "life-cycle-switch",
      settings: [
        "field": "place", "stages": ["b": "lr"], "otherwise": "fm", "learnsFrom": "own",
        "lr": ["batch": 32, "learningRate": 0.02],
      ], area: 0.65...1),
  ]

  /// What is fitted once has nothing to learn or to save; see `KnownProbabilitiesTests`.
  @Test(arguments: RecommenderList.clicks.filter { $0.learnsByEpochs }.map(\.name))
  func isOnTrialHere(_ name: String) {
    #expect(Self.subjects.contains { $0.name == name }, "add a Subject for \(name)")
  }

  @Test(arguments: subjects) func findsThePlantedPatternAsFarAsItCan(
    _ subject: Subject
  ) throws {
    let data = try PlantedClicks.data()
    let records = try PlantedClicks.records()
    let trained = try subject.trained(data, epochs: 30)
    let held = (900..<1200).map { Int32($0) }
    func part(_ places: [Int32]) -> ClickEvaluator.Records {
      ClickEvaluator.Records(
        labels: places.map { records.labels[Int($0)] },
        users: places.map { records.users[Int($0)] }, truths: nil)
    }
    let area = try Metric("roc-auc")
    let report = try ClickEvaluator(
      metrics: [area], test: part(held), training: part(data.training), data: "planted"
    ).evaluate { trained.logits(of: $0 == .test ? held : data.training) }
    #expect(subject.area.contains(report[area]), "the ROC AUC is \(report[area])")
  }

  @Test(arguments: subjects) func repeatsItselfForTheSameSeedAndOnlyForIt(
    _ subject: Subject
  ) throws {
    let data = try PlantedClicks.data()
    let first = try subject.trained(data, seed: 5, epochs: 3)
    let again = try subject.trained(data, seed: 5, epochs: 3)
    let other = try subject.trained(data, seed: 6, epochs: 3)
    #expect(try differences(first.state, again.state).isEmpty)
    #expect(first.logits(of: 1200) == again.logits(of: 1200))
    #expect(first.logits(of: 1200) != other.logits(of: 1200))
  }

  /// The restored one starts from another seed, so nothing may be left out of the state.
  @Test(arguments: subjects) func goesOnFromAStateAsIfNothingHadHappened(
    _ subject: Subject
  ) throws {
    let data = try PlantedClicks.data()
    let original = try subject.trained(data, epochs: 2)
    let restored = try subject.make(data, seed: 99)
    _ = restored.logits(of: 10)
    try restored.restore(original.state)
    for _ in 0..<3 {
      #expect(original.logits(of: 1200) == restored.logits(of: 1200))
      #expect(original.trainEpoch() == restored.trainEpoch())
      #expect(try differences(original.state, restored.state).isEmpty)
    }
    for name in try original.state.counters.keys {
      var lacking = try original.state
      lacking.counters[name] = nil
      #expect(throws: StateError.self) { try restored.restore(lacking) }
    }
  }

  @Test(arguments: subjects) func everyEpochChangesTheStateAndPredictingDoesNot(
    _ subject: Subject
  ) throws {
    let made = try subject.make(PlantedClicks.data())
    for _ in 0..<2 {
      let before = try made.state
      _ = made.logits(of: [7, 3, 1100])
      #expect(try differences(made.state, before).isEmpty)
      let losses = made.trainEpoch()
      #expect(!losses.isEmpty && losses.allSatisfy { $0.value.isFinite && !$0.name.isEmpty })
      #expect(try differences(made.state, before).contains { $0.contains("parameters/") })
    }
    let values = try made.state.tensors.filter { $0.key.contains("parameters/") }
    #expect(made.parameterCount == values.reduce(0) { $0 + $1.value.values.count })
  }

  @Test(arguments: subjects) func predictsEachRecordByItselfInAnyOrder(
    _ subject: Subject
  ) throws {
    let trained = try subject.trained(PlantedClicks.data(), epochs: 2)
    let whole = trained.logits(of: 1200)
    #expect(areFinite(whole))
    let some: [Int32] = [1199, 0, 600, 600]
    let bound = 4 * Float.ulpOfOne * (whole.map(abs).max() ?? 0)
    for (logit, place) in zip(trained.logits(of: some), some) {
      #expect(abs(logit - whole[Int(place)]) <= bound)
    }
  }

  @Test(arguments: subjects) func livesThroughASingleRecord(_ subject: Subject) throws {
    let records = try Records(
      PlantedClicks.dataset(records: 3), ClickSettings(decoding: PlantedClicks.fields))
    let trained = try subject.trained(ClickData(records, training: [1]), epochs: 4)
    #expect(areFinite(trained.logits(of: 3)))
  }
}
