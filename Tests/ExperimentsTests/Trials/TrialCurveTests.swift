import Basics
import Evaluation
import Recommenders
import Results
import Testing

@testable import Experiments

@Suite struct TrialCurveTests {
  private func trial(
    _ metrics: [String] = ["ndcg@5"], chosenBy: [String] = [],
    _ change: (inout TrainingSettings) -> Void = { _ in }
  ) throws -> Trial {
    try smallTrial(
      smallSystem(try RecommenderList.named("mf-bpr")), metrics: metrics, chosenBy: chosenBy,
      change: change)
  }

  /// A curve of another system's name, with a point at each of these epochs.
  private func curve(_ epochs: [Int], _ metric: String = "ndcg@5") -> [Curve.Point] {
    epochs.map {
      Curve.Point(system: "Other", seed: 1, epoch: $0, metric: metric, value: Double($0) / 8)
    }
  }

  private func record(_ epochs: Int, _ values: [String: Double] = [:]) -> TrialRecord {
    var record = TrialRecord()
    record.epochs = epochs
    record.values = values.map { MetricValue($0.key, definition: "", value: $0.value) }
    return record
  }

  @Test(arguments: [
    (6, 2, [0, 2, 4, 6]), (5, 2, [0, 2, 4, 5]), (5, 10, [0, 5]), (0, 3, [0]), (1, 1, [0, 1]),
  ])
  func theLastEpochIsAlwaysMeasured(epochs: Int, every: Int, measured: [Int]) throws {
    let trial = try trial { ($0.epochs, $0.evaluateEvery) = (epochs, every) }
    #expect(trial.measuredEpochs(upTo: epochs) == measured)
    // In the middle only those that were passed.
    #expect(
      trial.measuredEpochs(upTo: max(0, epochs - 1)) == measured.filter { $0 < max(1, epochs) })
  }

  @Test func itHasThisSpecsLabelAndPointsAndCountsThoseThatAreMissing() throws {
    let all = Curve(curve([0, 1, 2, 3, 6]) + curve([2], "auc"))
    let told = TrialCurve(all, of: try trial(), record(6, ["ndcg@5": 0.5]))
    #expect(told.curve.points.map(\.epoch) == [0, 2, 6])
    // What was measured of the final model is its last point.
    #expect(told.curve.points.map(\.value) == [0, 0.25, 0.5])
    #expect(told.curve.points.allSatisfy { $0.system == "A" })
    #expect(told.missing == 1 && !told.lacksChoice)
    let more = TrialCurve(all, of: try trial(["ndcg@5", "auc"]), record(6, ["auc": 0.7]))
    #expect(more.missing == 1 + 2)
    #expect(more.curve.points.filter { $0.metric == "auc" }.map(\.value) == [0.25, 0.7])
  }

  @Test func nothingIsChosenByWhatWasNeverMeasuredOrByHalfOfIt() throws {
    func lacks(_ points: [Curve.Point], _ chosenBy: [String]) throws -> Bool {
      let trial = try trial(["ndcg@5", "auc"], chosenBy: chosenBy)
      return TrialCurve(Curve(points), of: trial, record(6)).lacksChoice
    }
    #expect(try lacks(curve([0, 2, 4, 6]), ["auc"]))
    #expect(try !lacks(curve([0, 2, 4, 6]), ["ndcg@5"]))
    // Some looks are enough to choose among them.
    #expect(try !lacks(curve([0, 4]), ["ndcg@5"]))
    #expect(try lacks(curve([0, 2, 4]) + curve([0, 2], "auc"), ["ndcg@5", "auc"]))
    #expect(try !lacks(curve([0, 2]) + curve([0, 2], "auc"), ["ndcg@5", "auc"]))
    #expect(try !lacks([], []))
  }
}
