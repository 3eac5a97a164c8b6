import Basics
import Evaluation
import Results
import Testing

@testable import Experiments

@Suite struct EpochReadingsTests {
  /// Metrics by epoch: precision@5, ndcg@5 and popularity@5 after epochs 1, 2 and 3.
  private func result(_ seed: Int, _ values: [(Double, Double, Double)]) -> TrialResult {
    var record = TrialRecord()
    (record.system, record.seed) = ("A", seed)
    let points = values.enumerated().flatMap { place, value in
      [("precision@5", value.0), ("ndcg@5", value.1), ("popularity@5", value.2)].map {
        Curve.Point(system: "A", seed: seed, epoch: place + 1, metric: $0, value: $1)
      }
    }
    return TrialResult(record: record, curve: Curve(points), folder: "f", measurement: "m")
  }

  @Test func aRowMayBeOfTheEpochThatIsBestOnTest() throws {
    let metrics = try ["ndcg@5", "mrr@5", "precision@5"].map { try Metric($0) }
    let columns = try ["precision@5", "ndcg@5", "popularity@5"].map { try Metric($0) }
    let readings = EpochReadings.chosenOnTest(
      [
        // Best after epochs 2 and 3, by precision; 3 and 1, by NDCG, of equal ones the first.
        result(1, [(0.1, 0.1, 9), (0.4, 0.2, 9), (0.3, 0.5, 9)]),
        result(2, [(.nan, 0.6, 9), (0.05, 0.4, 9), (0.1, 0.6, 9)]),
      ], columns: columns, metrics: metrics)
    #expect(
      readings.map(\.choices.text) == [
        "epoch chosen on test by precision@5", "epoch chosen on test by ndcg@5",
      ])
    #expect(readings.allSatisfy { !$0.isOfOneSeed && $0.values.count == 1 })
    let (first, second) = (readings[0].values[0], readings[1].values[0])
    #expect(first.map { $0?.mean } == [0.4, nil, 0.25])
    // Precision was not defined there.
    #expect(second[0]?.mean == 0.55 && second[2] == nil)
    #expect(first[0]?.count == 2)
  }

  @Test func withoutCurvesThereIsNothingToChoose() throws {
    let metric = try Metric("ndcg@5")
    #expect(EpochReadings.chosenOnTest([], columns: [metric], metrics: [metric]).isEmpty)
    let one = EpochReadings.chosenOnTest(
      [result(1, [(0.5, 0.25, 1)])], columns: [metric], metrics: [metric])
    #expect(one.count == 1 && one[0].isOfOneSeed && one[0].values[0][0]?.mean == 0.25)
  }
}
