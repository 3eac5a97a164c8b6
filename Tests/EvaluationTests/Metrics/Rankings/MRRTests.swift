import Testing

@testable import Evaluation

@Suite struct MRRTests {
  @Test func oneOverTheFirstRankCutAtNOrNot() throws {
    let user = ranking(hits: [4, 6], of: 3, ranks: [4, 6, 30])
    #expect(try worth("mrr@5", user) == 0.25)
    #expect(try worth("mrr@3", user) == 0)
    #expect(try worth("mrr", user) == 0.25)
    #expect(try worth("mrr", ranking(hits: [], of: 1, ranks: [40])) == 1.0 / 40)
  }

  @Test func ofAllHitsItIsTheSum() throws {
    let user = ranking(hits: [2, 4], of: 3, ranks: [2, 4, 20])
    #expect(try worth("mrr@5(hits=all)", user) == 0.75)
    #expect(try worth("mrr@3(hits=all)", user) == 0.5)
    #expect(try worth("mrr(hits=all)", user) == 0.8)
  }

  @Test func cannotFallAsNGrowsAndIsGreatestOverTheWholeRanking() throws {
    let metrics = try ["mrr@1", "mrr@3", "mrr@5", "mrr@20", "mrr"].map { try Metric($0) }
    let report = try Sample(seed: 23).evaluate(metrics)
    for (shorter, longer) in zip(metrics, metrics.dropFirst()) {
      #expect(report[shorter] <= report[longer])
    }
    #expect(report[metrics[0]] < report[metrics[4]])
  }
}
