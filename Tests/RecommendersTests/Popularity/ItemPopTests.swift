import Basics
import Datasets
import Evaluation
import TestSupport
import Testing

@testable import Recommenders

@Suite struct ItemPopTests {
  @Test func countsTrainingInteractionsAndTellsEverybodyTheSame() {
    let interactions = Interactions(users: 3, items: 4, pairs: [(0, 1), (1, 1), (1, 3), (2, 1)])
    let made = ItemPop(
      ItemPop.Options(), data: TrainingData(interactions: interactions), seed: 1)
    #expect(made.scores(of: 1..<3, items: 4) == [0, 3, 0, 1, 0, 3, 0, 1])
  }

  /// The split and its metrics come from `Tests/Golden/item_pop.py`, which shares nothing with us.
  @Test func hasTheMetricsThatNumPyComputes() throws {
    let (train, test) = (try TinySplit.train(), try TinySplit.test())
    #expect(train.count == 175 && test.count == 37)
    let json = try Golden.json("item-pop/tiny")
    let expected = try json.member("metrics").asObject()
    #expect(expected.count == 19)

    let made = try RecommenderList.named("item-pop").make(
      [:], TrainingData(interactions: train), 1)
    let report = try Evaluator(
      metrics: expected.map { try Metric($0.key) }, masked: train, heldOut: test
    ).evaluate(blockSize: 5) { made.scores(of: $0, into: $1) }
    #expect(report.users.count == (try json.member("users").asInteger()))
    for member in expected {
      let ours = try report[Metric(member.key)]
      #expect(abs(ours - (try member.value.asNumber())) < 1e-12, "\(member.key) is \(ours)")
    }
  }
}
