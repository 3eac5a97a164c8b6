import Testing

@testable import Evaluation

@Suite struct AUCTests {
  @Test func pairsWonAndHalfOfTheTiesOverAllPairs() throws {
    #expect(
      try worth("auc", ranking(hits: [], of: 2, pairs: .init(won: 5, tied: 2, count: 8))) == 0.75)
  }

  @Test func aUserWithoutNeverSeenItemsIsLeftOut() throws {
    var tally = try Metric("auc").tally(over: Catalogue(popularity: [0]))
    #expect(tally.add(ranking(hits: [], of: 2))?.isNaN == true)
    _ = tally.add(ranking(hits: [], of: 2, pairs: .init(won: 3, tied: 0, count: 4)))
    #expect(tally.value == 0.75)
  }

  @Test func constantScoresAreWorthAHalfAndReversedScoresTheComplement() throws {
    let sample = Sample(seed: 24, levels: 1)
    let auc = try Metric("auc")
    #expect(try sample.evaluate([auc])[auc] == 0.5)
    let varied = Sample(seed: 24)
    let reversed = try Evaluator(metrics: [auc], masked: varied.masked, heldOut: varied.heldOut)
      .evaluate(scores: fill(from: varied.scores.map { $0.map { -$0 } }))
    #expect(abs(try varied.evaluate([auc])[auc] + reversed[auc] - 1) < 1e-14)
  }
}
