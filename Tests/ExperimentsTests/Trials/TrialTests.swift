import Basics
import Datasets
import Evaluation
import Recommenders
import Testing

@testable import Experiments

@Suite struct TrialTests {
  private let bpr: SystemSpec

  init() throws { bpr = smallSystem(try RecommenderList.named("mf-bpr")) }

  private func stopping(_ patience: Int) -> EarlyStopping {
    var stopping = EarlyStopping()
    stopping.patience = patience
    return stopping
  }

  @Test func whatDecidesTheWeightsDecidesTheIdentity() throws {
    let trials = [
      try smallTrial(bpr), try smallTrial(bpr, settings: ["factors": 5]),
      try smallTrial(bpr, seed: 2), try smallTrial(bpr, purpose: .choosing),
      try smallTrial(bpr) { $0.epochs = 7 },
      try smallTrial(bpr, purpose: .choosing) { $0.earlyStopping = stopping(3) },
      try smallTrial(bpr, purpose: .choosing) { $0.earlyStopping = stopping(4) },
      try smallTrial(bpr, purpose: .choosing) {
        ($0.earlyStopping, $0.evaluateEvery) = (stopping(3), 3)
      },
      try smallTrial(smallSystem(try RecommenderList.named("irgan"))),
    ]
    #expect(Set(trials.map(\.identity)).count == trials.count)
  }

  @Test func whatIsMeasuredAndToldDoesNot() throws {
    let plain = try smallTrial(bpr)
    var other = bpr
    other.label = "B"
    let trials = [
      try smallTrial(other), try smallTrial(bpr, metrics: ["ndcg@5"]),
      try smallTrial(bpr, metrics: ["ndcg@5", "precision@5"]),
      try smallTrial(bpr, metrics: ["precision@5", "ndcg@5(ideal=full)"]),
      try smallTrial(bpr, ties: .expected), try smallTrial(bpr) { $0.evaluateEvery = 3 },
      try smallTrial(bpr) { $0.curveMetrics = [try Metric("ndcg@5")] },
      try smallTrial(bpr, chosenBy: ["ndcg@5"]), try smallTrial(bpr) { $0.checkpointEvery = 1 },
      // Nothing stops early that is not there to choose by, and a default that is written is a
      // default.
      try smallTrial(bpr) { $0.earlyStopping = stopping(3) },
      try smallTrial(bpr, settings: bpr.recommender.complete(["factors": 64])),
    ]
    for trial in trials { #expect(trial.identity == plain.identity) }
  }

  @Test func trainingsOfOneHashAreToldApartByTheirLengths() throws {
    let trials = try [6, 12].map { epochs in try smallTrial(bpr) { $0.epochs = epochs } }
    #expect(trials[0].content.training.hash == trials[1].content.training.hash)
    #expect(trials.map { $0.identity.dropFirst(64) } == ["-6", "-12"])
  }

  @Test func anotherPathToTheSameBytesIsNoOtherTraining() throws {
    var (a, b) = (DataSettings(), DataSettings())
    (a.dataset, a.files, b.dataset, b.files) = ("files", ["a.tsv"], "files", ["b/c.tsv"])
    #expect(a.withoutPaths == b.withoutPaths)
    b.sample = 10
    #expect(a.withoutPaths != b.withoutPaths)
    let files: [JSON] = [
      ["method": "files", "trainFile": "a", "validationFile": "b", "testFile": "c"],
      ["method": "files", "trainFile": "x", "validationFile": "y", "testFile": "z"],
    ]
    let split = try files.map { try DataSettings(decoding: ["dataset": "ml-100k", "split": $0]) }
    #expect(split[0].withoutPaths == split[1].withoutPaths)
  }

  @Test func measurementsAreToldApartByMetricsInAnyOrderAndTies() throws {
    func measurement(_ metrics: [String], _ ties: TieOrder = .id) throws -> String {
      try smallTrial(bpr, metrics: metrics, ties: ties).content.measurement
    }
    let plain = try measurement(["ndcg@5", "auc"])
    #expect(try measurement(["auc", "ndcg@5"]) == plain)
    #expect(try measurement(["auc"]) != plain && measurement(["auc", "ndcg@5"], .seeded) != plain)
  }

  @Test func anotherProcessIsToldByTheContent() throws {
    for curve in [["ndcg@5"], []] {
      let trial = try smallTrial(bpr, purpose: .choosing, ties: .seeded) {
        $0.curveMetrics = try curve.map { try Metric($0) }
        $0.earlyStopping = stopping(3)
        $0.earlyStopping?.metric = try Metric("ndcg@5")
      }
      let text = trial.content.encoded().canonicalText
      let told = try Trial(
        TrialContent(decoding: JSON.parse(text, file: "job")), system: "A")
      #expect(told.identity == trial.identity && told.content.encoded().canonicalText == text)
      #expect(told.metrics == trial.metrics && told.ties == .seeded)
      #expect(
        told.metrics(at: 0).count == (curve.isEmpty ? 2 : 1) && told.metrics(at: 6).count == 2)
    }
  }

  @Test func whatIsFittedOnceHasNoEpochs() throws {
    let system = smallSystem(try RecommenderList.named("item-pop"))
    let trial = try smallTrial(system)
    #expect(trial.epochs == 0)
    #expect(try smallTrial(system) { $0.epochs = 50 }.identity == trial.identity)
  }

  @Test func aReportedTrialLearnsFromTrainingAndValidation() throws {
    let split = try smallSplit(validation: 0.25)
    #expect(split.validation.count > 0)
    #expect(split.learned(for: .choosing) == split.train)
    #expect(split.heldOut(for: .choosing) == split.validation)
    #expect(split.learned(for: .reporting) == split.trainAndValidation)
    #expect(split.heldOut(for: .reporting) == split.test)
  }

  /// Finished trials are found by these; who changes one makes everybody train again.
  @Test func identitiesStayAsTheyAre() throws {
    var content = try smallTrial(bpr, purpose: .choosing) { $0.earlyStopping = stopping(3) }.content
    content.training.algorithmVersion = 1
    content.training.dataDigest = "data"
    content.training.splitDigest = "split"
    #expect(
      content.identity == "cf54e3d83d8467c9b06eece46cf5bda41b3cb33e6c8e2bc85f2d8e7d0f32c62a-6")
    content.training.settings = ["factors": 8]
    content.training.stopping = nil
    content.training.lookEvery = nil
    #expect(
      content.identity == "66d9746ac5b28cc3002d64c78293f1b7b0182ad8d39a6a8a47e6d72484b9a699-6")
    #expect(content.measurement == "9459e1281207")
  }
}
