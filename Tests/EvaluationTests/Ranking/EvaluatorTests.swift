import Basics
import Datasets
import Testing

@testable import Evaluation

@Suite struct EvaluatorTests {
  static let names = [
    "precision@5", "recall@5", "ndcg@5", "ndcg@5(ideal=full)", "mrr@5", "mrr", "hit-rate@5",
    "map@5", "map", "auc", "coverage@5", "popularity@5", "recall@5(averaging=micro)",
  ]

  @Test func twoUsersByHand() throws {
    // User 0: item 3 is masked; ranking 1, 0, 2, 4 (0 and 2 tie); held out 2 and 4, ranks 3 and 4.
    // User 1: ranking 4, 3, 2, 1, 0; held out 4, rank 1. User 2 has nothing held out.
    let scores: [[Float]] = [[2, 3, 2, 9, 1], [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]]
    let evaluator = try Evaluator(
      metrics: ["precision@3", "recall@3", "mrr@2", "mrr", "auc", "coverage@1"].map {
        try Metric($0)
      },
      masked: interactions(3, 5, [(0, 3)]), heldOut: interactions(3, 5, [(0, 2), (0, 4), (1, 4)]))
    let report = try evaluator.evaluate(scores: fill(from: scores))
    #expect(report.users == [0, 1] && report.usersWithoutHeldOut == 1)
    #expect(try report[Metric("precision@3")] == 1.0 / 3)
    #expect(try report[Metric("recall@3")] == 0.75)
    #expect(try report[Metric("mrr@2")] == 0.5)
    #expect(try report[Metric("mrr")] == 2.0 / 3)
    // User 0: item 2 ties with 0 and loses to 1; item 4 loses to both: 0.5 of 4 pairs.
    #expect(try report[Metric("auc")] == 0.5625)
    #expect(try report[Metric("coverage@1")] == 2.0 / 5)
    #expect(try report.perUser[Metric("recall@3")] == [0.5, 1])
    #expect(try report.perUser[Metric("coverage@1")] == nil)
  }

  @Test func agreesWithSortingEveryRowInACatalogueOfManyBlocks() throws {
    let sample = Sample(seed: 10, users: 30, items: 210, levels: 40)
    let metrics = try ["recall@20", "mrr", "map"].map { try Metric($0) }
    let report = try sample.evaluate(metrics)
    for (place, user) in report.users.enumerated() {
      let hits = sample.ranked(user).map { sample.heldOut.contains(user: user, item: $0) }
      let ranks = hits.indices.filter { hits[$0] }.map { Double($0 + 1) }
      let precisions = ranks.enumerated().map { Double($0.offset + 1) / $0.element }
      let count = Double(ranks.count)
      #expect(
        report.perUser[metrics[0]]?[place] == Double(ranks.filter { $0 <= 20 }.count) / count)
      #expect(report.perUser[metrics[1]]?[place] == 1 / (ranks.first ?? 0))
      #expect(report.perUser[metrics[2]]?[place] == precisions.reduce(0, +) / count)
    }
  }

  @Test(arguments: [1, 2, 7, 40, 1000])
  func blocksOfAnySizeGiveTheSameBits(blockSize: Int) throws {
    let sample = Sample(seed: 11)
    let metrics = try Self.names.map { try Metric($0) }
    let whole = try sample.evaluate(metrics)
    #expect(try sample.evaluate(metrics, blockSize: blockSize) == whole)
  }

  @Test func aMetricsValueDoesNotDependOnWhatElseIsMeasured() throws {
    let sample = Sample(seed: 12)
    let metrics = try (Self.names + ["precision@20"]).map { try Metric($0) }
    let together = try sample.evaluate(metrics)
    for metric in metrics {
      #expect(try sample.evaluate([metric])[metric] == together[metric], "\(metric)")
    }
  }

  @Test func addingAConstantOrMaskingWhatIsBelowChangesNothing() throws {
    let sample = Sample(seed: 13)
    let metrics = try Self.names.map { try Metric($0) }
    let before = try sample.evaluate(metrics)
    let after = try Evaluator(metrics: metrics, masked: sample.masked, heldOut: sample.heldOut)
      .evaluate(scores: fill(from: sample.scores.map { $0.map { 2 * $0 + 1 } }))
    #expect(after == before)
  }

  @Test func theBestOrderReaches1TheWorst0() throws {
    let sample = Sample(seed: 14)
    let best = (0..<sample.users).map { user in
      (0..<sample.items).map { sample.heldOut.contains(user: user, item: $0) ? Float(1) : 0 }
    }
    let metrics = try ["ndcg@5", "map", "mrr", "auc", "recall@5(over=truncated)", "hit-rate@1"]
      .map { try Metric($0) }
    let evaluator = try Evaluator(metrics: metrics, masked: sample.masked, heldOut: sample.heldOut)
    let reached = try evaluator.evaluate(scores: fill(from: best))
    for metric in metrics { #expect(reached[metric] == 1, "\(metric)") }
    let worst = try evaluator.evaluate(scores: fill(from: best.map { $0.map { -$0 } }))
    #expect(try worst[Metric("auc")] == 0)
  }

  @Test func usersWithoutHeldOutItemsAreNotEvenScored() throws {
    let evaluator = try Evaluator(
      metrics: [Metric("precision@1")], masked: interactions(100, 3, []),
      heldOut: interactions(100, 3, [(20, 1), (21, 1), (90, 1)]))
    var asked: [Range<Int>] = []
    _ = try evaluator.evaluate(blockSize: 4) { users, block in
      asked.append(users)
      #expect(block.count == users.count * 3)
      block.update(repeating: 0)
    }
    #expect(asked == [20..<24, 90..<94])
  }

  @Test func aScoreThatIsNotANumberNamesTheUser() throws {
    let masked = interactions(2, 3, [])
    let heldOut = interactions(2, 3, [(0, 1), (1, 1)])
    let scores = fill(from: [[1, 2, 3], [1, .nan, 3]])
    let metrics = [try Metric("precision@1")]
    #expect(throws: Problem.run("user at row 1: the score of item 1 is not a number")) {
      try Evaluator(metrics: metrics, masked: masked, heldOut: heldOut).evaluate(scores: scores)
    }
    #expect(throws: Problem.run("user 196: the score of item 1 is not a number")) {
      try Evaluator(metrics: metrics, masked: masked, heldOut: heldOut, userIDs: ["7", "196"])
        .evaluate(scores: scores)
    }
  }

  @Test func refusesWhatCannotBeEvaluated() throws {
    let one = interactions(2, 3, [(0, 1)])
    let metric = try Metric("precision@1")
    #expect(throws: Problem.data("no user has a held-out item to test on")) {
      try Evaluator(metrics: [metric], masked: one, heldOut: interactions(2, 3, []))
    }
    #expect(throws: Problem.data("user at row 0: item 1 is both masked and held out")) {
      try Evaluator(metrics: [metric], masked: one, heldOut: one)
    }
    #expect(throws: Problem.self) {
      try Evaluator(metrics: [metric], masked: interactions(2, 4, []), heldOut: one)
    }
    #expect(throws: Problem.usage("no item feature \"genre\": the data set has none")) {
      try Evaluator(metrics: [Metric("diversity@5")], masked: interactions(2, 3, []), heldOut: one)
    }
  }

  @Test func whatTheScorerThrowsComesOut() throws {
    struct Stop: Error {}
    let evaluator = try Evaluator(
      metrics: [Metric("precision@1")], masked: interactions(1, 2, []),
      heldOut: interactions(1, 2, [(0, 1)]))
    #expect(throws: Stop.self) { try evaluator.evaluate { _, _ in throw Stop() } }
  }
}
