import Testing

@testable import Evaluation

@Suite struct MetricListTests {
  @Test func namesAreDifferentAndSummariesAreOneLine() {
    #expect(Set(MetricList.all.map { $0.name }).count == MetricList.all.count)
    for metric in MetricList.all {
      #expect(!metric.summary.isEmpty && !metric.summary.contains("\n"))
    }
  }

  @Test(arguments: MetricList.rankings.map { $0.name })
  func everyMetricOfRankingsDecodesDefinesItselfAndMeasures(name: String) throws {
    let metric = try (try? Metric(name)) ?? Metric(name + "@3")
    #expect(!metric.definition.isEmpty && !metric.definition.contains("\n"))
    let sample = Sample(seed: 3)
    let catalogue = Catalogue(
      popularity: Array(1...sample.items),
      features: [
        .init(
          name: "genre", vocabulary: ["a", "b"],
          indices: (0..<sample.items).map { [$0 % 2] })
      ])
    let value = try sample.evaluate([metric], catalogue: catalogue)[metric]
    #expect(value > 0 && value < Double(sample.items))
  }

  @Test(arguments: MetricList.clicks.map { $0.name })
  func everyMetricOfClicksDecodesDefinesItselfAndMeasures(name: String) throws {
    let records = ClickEvaluator.Records(
      labels: [1, 0, 1, 0], users: [0, 0, 1, 1], truths: [0.5, 0.5, 0.5, 0.5])
    for metric in [try Metric(name), try Metric("\(name)(on=training)")] {
      #expect(!metric.definition.isEmpty && !metric.definition.contains("\n"))
      let evaluator = try ClickEvaluator(
        metrics: [metric], test: records, training: records, data: "four records")
      let value = try evaluator.evaluate { _ in [1, -1, 1, 2] }[metric]
      #expect(value > 0 && value <= 1.5)
    }
  }
}
