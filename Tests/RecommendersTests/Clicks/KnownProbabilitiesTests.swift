import Basics
import Datasets
import Evaluation
import Foundation
import Testing

@testable import Recommenders

@Suite struct KnownProbabilitiesTests {
  private func data(truths: [Float]?, labels: [Float], training: [Int32]) throws -> ClickData {
    ClickData(try records(truths: truths, labels: labels), training: training)
  }

  private func records(truths: [Float]?, labels: [Float]) throws -> Records {
    let columns = [Column("label", .numbers(labels.map(Double.init)))]
    let dataset = Dataset(
      name: "known", events: labels.map { _ in Event(user: 0, item: 0) }, userIDs: ["u"],
      itemIDs: ["i"],
      columns: columns
        + (truths.map { [Column("true-probability", .numbers($0.map(Double.init)))] } ?? []),
      digest: "")
    let clicks = try ClickSettings(decoding: ["label": "label", "fields": ["user"]])
    return try Records(dataset, clicks)
  }

  @Test func theOracleSaysTheTrueProbabilities() throws {
    let truths: [Float] = [0.25, 0.5, 0.9]
    let data = try data(truths: truths, labels: [0, 1, 1], training: [0])
    let logits = try RecommenderList.named("oracle").make([:], data, 1).logits(of: 3)
    for (logit, truth) in zip(logits, truths) {
      #expect(abs(1 / (1 + exp(-logit)) - truth) < 1e-6)
    }
    let unknown = try records(truths: nil, labels: [0, 1, 1])
    #expect(
      throws: Problem.usage("oracle: needs the true probabilities, which only simulated data know")
    ) {
      try RecommenderList.named("oracle").check([:], unknown)
    }
  }

  @Test func theShareOfClicksLosesWhatItsClosedFormSays() throws {
    let labels: [Float] = [1, 0, 0, 0, 1, 1, 0]
    let data = try data(truths: nil, labels: labels, training: [0, 1, 2, 3])
    let made = try RecommenderList.named("click-share").make([:], data, 1)
    let held: [Int32] = [4, 5, 6]
    let records = ClickEvaluator.Records(labels: [1, 1, 0], users: [0, 0, 0], truths: nil)
    let loss = try Metric("log-loss")
    let report = try ClickEvaluator(
      metrics: [loss], test: records, training: records, data: ""
    ).evaluate { _ in made.logits(of: held) }
    let (p, q) = (0.25, 2.0 / 3)
    #expect(abs(report[loss] + q * log(p) + (1 - q) * log(1 - p)) < 1e-6)
    // Where none was seen, a click is not impossible.
    let none = try self.data(truths: nil, labels: [0, 0], training: [0, 1])
    let logits = try RecommenderList.named("click-share").make([:], none, 1).logits(of: 1)
    #expect(abs(logits[0] - Float(log(1.0 / 3))) < 1e-6)
  }
}
