import Basics
import Datasets
import Testing

@testable import Evaluation

@Suite struct SampledRankerTests {
  /// One held-out item a user, few and many items masked.
  private let sample = Sample(seed: 5, users: 60, items: 80)

  private func candidates(_ user: Int, _ size: Int) -> UserRanking {
    var ranker = SampledRanker(size, masked: sample.masked, heldOut: sample.heldOut)
    // Another user before leaves no trace.
    for user in [1, user] {
      ranker.draw(user)
      sample.scores[user].withUnsafeBufferPointer { $0.baseAddress.map { ranker.rank(by: $0) } }
    }
    return ranker.ranking
  }

  @Test(arguments: [1, 9, 30, 79, 500])
  func candidatesAreTheHeldOutItemsAndDrawnOnesInTheOrderOfAll(size: Int) {
    for user in 0..<sample.users {
      let ranking = candidates(user, size)
      let heldOut = sample.heldOut[user].map(Int.init)
      let free = sample.items - sample.masked[user].count - heldOut.count
      #expect(ranking.candidateCount == heldOut.count + min(size, free))
      #expect(Set(ranking.top).count == ranking.top.count)
      let kept = Set(ranking.top.map(Int.init))
      #expect(sample.ranked(user).filter(kept.contains) == ranking.top.map(Int.init))
      #expect(
        ranking.hits
          == ranking.top.indices.filter { heldOut.contains(Int(ranking.top[$0])) }.map { $0 + 1 })
    }
  }

  @Test func everyItemIsDrawnEquallyOften() {
    // 400 users with nothing masked and item 0 held out, 20 of the other 99 each.
    let heldOut = interactions(400, 100, (0..<400).map { ($0, 0) })
    var ranker = SampledRanker(20, masked: interactions(400, 100, []), heldOut: heldOut)
    var counts = [Int](repeating: 0, count: 100)
    let scores = [Float](repeating: 0, count: 100)
    scores.withUnsafeBufferPointer { scores in
      for user in 0..<400 {
        ranker.draw(user)
        scores.baseAddress.map { ranker.rank(by: $0) }
        for item in ranker.ranking.top { counts[Int(item)] += 1 }
      }
    }
    // Binomial: mean 80.8, deviation 8; within five.
    #expect(counts[0] == 400 && counts[1...].allSatisfy { (41...121).contains($0) })
  }

  @Test func scoresOfTheDrawnItemsAloneAreEnough() throws {
    let metrics = try ["hit-rate@3(among=9)", "ndcg@3(among=20)", "sampled-log-loss"].map {
      try Metric($0)
    }
    let evaluator = try sample.evaluator(metrics + [Metric("mrr")])
    #expect(!evaluator.ranksDrawnItemsAlone && evaluator.narrowed(to: metrics).ranksDrawnItemsAlone)
    let report = try evaluator.narrowed(to: metrics).evaluateDrawn { user, items, scores in
      #expect(items.count <= 20 + sample.heldOut[user].count)
      for (place, item) in items.enumerated() {
        scores[place] = sample.scores[user][Int(item)]
      }
    }
    #expect(report == (try sample.evaluate(metrics)))
    #expect {
      try evaluator.narrowed(to: metrics).evaluateDrawn { $2.update(repeating: .nan) }
    } throws: {
      "\($0)".hasPrefix("user at row 0: the score of item ")
    }
  }

  @Test(arguments: [
    ("hit-rate@3(among=9)", "hit-rate@3"), ("ndcg@3(ideal=full,among=9)", "ndcg@3(ideal=full)"),
    ("mrr(among=9)", "mrr"), ("mrr@3", nil), ("sampled-log-loss", nil), ("roc-auc", nil),
  ]) func theSameOverAllItems(_ name: String, _ whole: String?) throws {
    #expect(try Metric(name).overAllItems?.name == whole)
  }

  @Test func metricsOfBothKindsStandSideBySide() throws {
    let names = ["hit-rate@3", "hit-rate@3(among=9)", "ndcg@3(among=9)", "mrr(among=9)", "mrr"]
    let metrics = try names.map { try Metric($0) }
    #expect(metrics.map(\.name) == names)
    #expect(metrics[1].definition.contains("among 9 drawn items only"))
    #expect(!metrics[0].definition.contains("drawn"))
    let report = try sample.evaluate(metrics)
    let alone = try sample.evaluate([metrics[0], metrics[4]])
    #expect(report[metrics[0]] == alone[metrics[0]] && report[metrics[4]] == alone[metrics[4]])
    #expect(report[metrics[1]] > report[metrics[0]])
    for (place, user) in report.users.enumerated() {
      let first = try #require(candidates(user, 9).hits.first)
      #expect(report.perUser[metrics[1]]?[place] == (first <= 3 ? 1 : 0))
      #expect(report.perUser[metrics[3]]?[place] == 1 / Double(first))
    }
  }
}
