import Testing

@testable import Evaluation

@Suite struct RecallTests {
  @Test func hitsOverTheHeldOutItems() throws {
    let user = ranking(hits: [1, 4, 5], of: 8)
    #expect(try worth("recall@4", user) == 2.0 / 8)
    #expect(try worth("recall@4(over=truncated)", user) == 2.0 / 4)
    #expect(try worth("recall@10(over=truncated)", user) == 3.0 / 8)
  }

  @Test func microPoolsHitsAndHeldOutItems() throws {
    var macro = try Metric("recall@5").tally(over: Catalogue(popularity: [0]))
    var micro = try Metric("recall@5(averaging=micro)").tally(over: Catalogue(popularity: [0]))
    for user in [ranking(hits: [1], of: 1), ranking(hits: [2, 3], of: 9)] {
      _ = macro.add(user)
      #expect(micro.add(user) == Double(user.hits.count) / Double(user.heldOutCount))
    }
    #expect(macro.value == 5.5 / 9)
    #expect(micro.value == 3.0 / 10)
  }

  @Test func precisionOverRecallIsTheSameForEveryAlgorithmWhenBothArePooled() throws {
    let (precision, recall) = (
      try Metric("precision@5(averaging=micro)"), try Metric("recall@5(averaging=micro)")
    )
    let sample = Sample(seed: 22)
    let other = try Evaluator(
      metrics: [precision, recall], masked: sample.masked, heldOut: sample.heldOut
    ).evaluate(scores: fill(from: sample.scores.map { $0.reversed() }))
    let report = try sample.evaluate([precision, recall])
    #expect(report[precision] != other[precision])
    let ratio = report[precision] / report[recall]
    #expect(abs(ratio - other[precision] / other[recall]) < 1e-12)
  }
}
