import Basics
import TestSupport
import Testing

@testable import Results

/// Two seeds of A over three epochs, one level of B, of two metrics.
func sampleFigure() throws -> CurveData {
  var curve = Curve()
  for seed in [2, 1] {
    for epoch in [20, 10] where !(seed == 2 && epoch == 20) {
      for (metric, factor) in [("precision@5", 1.0), ("hit-rate@10", 2.0)] {
        let value = factor * Double(seed * epoch) / 128
        curve.append(.init(system: "A's", seed: seed, epoch: epoch, metric: metric, value: value))
      }
    }
  }
  curve.append(.init(system: "B", seed: 1, epoch: 0, metric: "precision@5", value: 0.25))
  curve.append(.init(system: "C", seed: 1, epoch: 0, metric: "precision@5", value: 0.25))
  return try CurveData(
    metrics: ["precision@5", "hit-rate@10"], systems: ["B", "A's"], curves: curve)
}

@Suite struct CurveDataTests {
  @Test func meansOverTheSeedsOfEachEpochLinesInTheOrderAskedFor() throws {
    let figure = try sampleFigure()
    #expect(
      figure.csv == """
        system,metric,epoch,mean,sd,seeds
        B,precision@5,0,0.25,,1
        A's,precision@5,10,0.1171875,0.05524271728019903,2
        A's,precision@5,20,0.15625,,1
        A's,hit-rate@10,10,0.234375,0.11048543456039805,2
        A's,hit-rate@10,20,0.3125,,1

        """)
    let scratch = try TemporaryFolder()
    try figure.write(to: scratch.path + "/deep/figure3.csv")
    #expect(
      String(decoding: try Files.read(scratch.path + "/deep/figure3.csv"), as: UTF8.self)
        == figure.csv)
  }

  @Test func aPointMeasuredTwiceIsRefused() {
    let point = Curve.Point(system: "A", seed: 1, epoch: 10, metric: "m", value: 1)
    expectDataProblem("A, seed 1: m was measured twice at epoch 10") {
      _ = try CurveData(metrics: ["m"], systems: ["A"], curves: Curve([point, point]))
    }
  }
}
