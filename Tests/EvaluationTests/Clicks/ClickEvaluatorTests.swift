import Basics
import Foundation
import Testing

@testable import Evaluation

@Suite struct ClickEvaluatorTests {
  private let test = ClickEvaluator.Records(
    labels: [1, 0, 0, 1], users: [0, 0, 1, 1], truths: [0.5, 0.5, 0.25, 1])
  private let training = ClickEvaluator.Records(labels: [1, 0], users: [0, 1], truths: nil)

  private func evaluator(
    _ names: [String], test: ClickEvaluator.Records? = nil
  ) throws -> ClickEvaluator {
    try ClickEvaluator(
      metrics: names.map { try Metric($0) }, test: test ?? self.test, training: training,
      data: "shop, seed 1")
  }

  private func problem(_ names: [String], _ labels: [Float], _ users: [Int32]) -> Problem? {
    do {
      let records = ClickEvaluator.Records(labels: labels, users: users, truths: nil)
      _ = try evaluator(names, test: records)
      return nil
    } catch { return error as? Problem }
  }

  @Test func measuresBothPartsByHandComputedValues() throws {
    let names = [
      "log-loss", "log-loss(on=training)", "roc-auc", "grouped-auc", "expected-log-loss",
      "threshold-precision(threshold=0.6)", "threshold-recall", "calibration-error(bins=2)",
      "log-loss(base=2)", "log-loss(base=10)",
    ]
    // p = .5, .75, .25, .75 on the test records and .5, .5 on the others.
    let odds: Float = 1.0986123
    let report = try evaluator(names).evaluate { $0 == .test ? [0, odds, -odds, odds] : [0, 0] }
    let values = try names.map { report[try Metric($0)] }
    let (half, quarter, most): (Double, Double, Double) = (log(2), -log(0.25), -log(0.75))
    let losses = half + quarter + most + most
    let certain = half + (quarter + most) / 2 + (quarter * 0.25 + most * 0.75)
    let expected: [Double] = [
      losses / 4, half, 0.625, 0.5, (certain + most) / 4, 0.5, 1, 0.0625,
      losses / 4 / log(2), losses / 4 / log(10),
    ]
    for (name, (value, expected)) in zip(names, zip(values, expected)) {
      #expect(abs(value - expected) < 1e-7, "\(name): \(value), expected \(expected)")
    }
  }

  @Test func saysWhenAMetricIsNotDefinedInsteadOfPrintingOneHalf() {
    #expect(
      problem(["roc-auc"], [1, 1], [0, 1])?.message
        == "shop, seed 1, test part: all labels are 1, so \"roc-auc\" is not defined")
    #expect(problem(["roc-auc"], [0, 0], [0, 1])?.message.contains("no label is 1") == true)
    #expect(
      problem(["grouped-auc"], [0, 1], [0, 1])?.message.contains("no user has both labels") == true)
    #expect(problem(["log-loss"], [1, 1], [0, 1]) == nil)
    #expect(problem(["log-loss"], [], [])?.message.contains("there are no records") == true)
    #expect(
      problem(["expected-log-loss"], [0, 1], [0, 1])?.message.contains("simulated") == true)
  }

  @Test func refusesAMetricOfRankingsAsTheirEvaluationRefusesOneOfClicks() throws {
    #expect(problem(["ndcg@5"], [0, 1], [0, 1])?.kind == .usage)
    let one = interactions(1, 2, [(0, 0)])
    #expect(throws: Problem.self) {
      try Evaluator(
        metrics: [Metric("log-loss")], masked: interactions(1, 2, [(0, 1)]), heldOut: one)
    }
  }

  @Test func namesTheRecordWhosePredictionIsNoNumber() throws {
    let problem = #expect(throws: Problem.self) {
      try evaluator(["log-loss"]).evaluate { _ in [0, .nan, 0, 0] }
    }
    #expect(
      problem?.message == "the prediction of record 2 of the test part is not a finite number")
    #expect(throws: Problem.self) {
      try evaluator(["log-loss"]).evaluate { _ in [0, 0, 0, .infinity] }
    }
  }
}
