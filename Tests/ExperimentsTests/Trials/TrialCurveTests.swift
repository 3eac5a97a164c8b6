import Basics
import Recommenders
import Results
import TestSupport
import Testing

@testable import Experiments

@Suite struct TrialCurveTests {
  @Test(arguments: [
    (6, 2, [0, 2, 4, 6]), (5, 2, [0, 2, 4, 5]), (5, 10, [0, 5]), (0, 3, [0]), (1, 1, [0, 1]),
  ])
  func theLastEpochIsAlwaysMeasured(epochs: Int, every: Int, measured: [Int]) throws {
    let trial = try smallTrial(smallSystem(try RecommenderList.named("mf-bpr"))) {
      ($0.epochs, $0.evaluateEvery) = (epochs, every)
    }
    #expect(trial.measuredEpochs(upTo: epochs) == measured)
    // In the middle only those that were passed.
    #expect(
      trial.measuredEpochs(upTo: max(0, epochs - 1)) == measured.filter { $0 < max(1, epochs) })
  }

  @Test func theCurveGetsThisSpecsLabelAndLosesWhatComesLater() throws {
    try withTemporaryFolder { folder in
      let points = [0, 2, 4].map {
        Curve.Point(system: "Other", seed: 1, epoch: $0, metric: "ndcg@5", value: Double($0) / 8)
      }
      try Curve(points).write(to: folder["curve.csv"])
      let system = smallSystem(try RecommenderList.named("mf-bpr"))
      let trial = try smallTrial(system, metrics: ["ndcg@5"])
      let curve = try trial.curve(reading: folder["curve.csv"], upTo: 3)
      #expect(curve.points.map(\.epoch) == [0, 2])
      #expect(curve.points.map(\.value) == [0, 0.25])
      #expect(curve.points.allSatisfy { $0.system == "A" })
      let path = folder["curve.csv"]
      #expect(throws: Problem.data("\(path): ndcg@5 at epoch 6 is missing")) {
        try trial.curve(reading: path, upTo: 6)
      }
      // As a damaged record or checkpoint may say.
      #expect(throws: Problem.self) { try trial.curve(reading: path, upTo: .max) }
      let more = try smallTrial(system, metrics: ["ndcg@5", "auc"])
      #expect(throws: Problem.data("\(path): auc at epoch 0 is missing")) {
        try more.curve(reading: path, upTo: 4)
      }
    }
  }
}
