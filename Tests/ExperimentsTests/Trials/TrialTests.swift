import Basics
import Evaluation
import Recommenders
import Testing

@testable import Experiments

@Suite struct TrialTests {
  private func identity(_ patch: JSON = [:], label: String = "A") throws -> String {
    var system = smallSystem(try RecommenderList.named("mf-bpr"), label: label)
    system.settings = patch
    return try smallTrial(system).identity
  }

  @Test func everythingThatCanChangeTheScoresChangesTheIdentity() throws {
    let system = smallSystem(try RecommenderList.named("mf-bpr"))
    var stops = EarlyStopping()
    stops.patience = 3
    let trials = [
      try smallTrial(system), try smallTrial(system, settings: ["factors": 5]),
      try smallTrial(system, seed: 2), try smallTrial(system, purpose: .choosing),
      try smallTrial(system, metrics: ["ndcg@5"]),
      try smallTrial(system, metrics: ["precision@5", "ndcg@5(ideal=full)"]),
      try smallTrial(system) { $0.epochs = 7 }, try smallTrial(system) { $0.evaluateEvery = 3 },
      try smallTrial(system, purpose: .choosing) { $0.earlyStopping = stops },
      try smallTrial(system) { $0.curveMetrics = [try Metric("ndcg@5")] },
      try smallTrial(smallSystem(try RecommenderList.named("irgan"))),
      try smallTrial(system, ties: .seeded), try smallTrial(system, ties: .expected),
    ]
    #expect(Set(trials.map(\.identity)).count == trials.count)
  }

  @Test func whatCannotChangeThemDoesNot() throws {
    let plain = try identity()
    #expect(try identity(label: "B") == plain)
    // A default that is written is a default.
    #expect(try identity(["factors": 64]) == plain)
    #expect(
      try smallTrial(smallSystem(try RecommenderList.named("mf-bpr")), ties: .id).content["ties"]
        == nil)
    let system = smallSystem(try RecommenderList.named("mf-bpr"))
    #expect(try smallTrial(system) { $0.checkpointEvery = 1 }.identity == plain)
    // Nothing stops early that is not there to choose by.
    #expect(try smallTrial(system) { $0.earlyStopping = EarlyStopping() }.identity == plain)
  }

  @Test func anotherProcessIsToldByTheContent() throws {
    let system = smallSystem(try RecommenderList.named("mf-bpr"))
    for curve in [["ndcg@5"], []] {
      let trial = try smallTrial(system, purpose: .choosing, ties: .seeded) {
        $0.curveMetrics = try curve.map { try Metric($0) }
        $0.earlyStopping = EarlyStopping()
        $0.earlyStopping?.metric = try Metric("ndcg@5")
      }
      let told = try Trial(
        content: JSON.parse(trial.content.canonicalText, file: "job"), system: "A",
        checkpointEvery: trial.training.checkpointEvery)
      #expect(told.identity == trial.identity)
      #expect(told.metrics == trial.metrics && told.ties == .seeded)
      #expect(told.training.encoded() == trial.training.encoded())
      #expect(
        told.metrics(at: 0).count == (curve.isEmpty ? 2 : 1) && told.metrics(at: 6).count == 2)
    }
  }

  @Test func whatIsFittedOnceHasNoEpochs() throws {
    let system = smallSystem(try RecommenderList.named("item-pop"))
    let trial = try smallTrial(system)
    #expect(trial.training.epochs == 0)
    #expect(try smallTrial(system) { $0.epochs = 50 }.identity == trial.identity)
  }

  @Test func aReportedTrialLearnsFromTrainingAndValidation() throws {
    let split = try smallSplit(validation: 0.25)
    #expect(split.validation.count > 0)
    let system = smallSystem(try RecommenderList.named("item-pop"))
    let choosing = try smallTrial(system, purpose: .choosing)
    #expect(split.learned(for: choosing.purpose) == split.train)
    #expect(split.heldOut(for: choosing.purpose) == split.validation)
    let reporting = try smallTrial(system)
    #expect(split.learned(for: reporting.purpose) == split.trainAndValidation)
    #expect(split.heldOut(for: reporting.purpose) == split.test)
  }
}
