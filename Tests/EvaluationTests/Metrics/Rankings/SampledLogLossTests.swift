import Foundation
import Testing

@testable import Evaluation

@Suite struct SampledLogLossTests {
  @Test func isTheMeanOverHeldOutAndDrawnItems() throws {
    // Item 1 is held out; of the three others, two or all are drawn.
    let (masked, heldOut) = (interactions(1, 4, []), interactions(1, 4, [(0, 1)]))
    let scores: [Float] = [0, Float(log(3.0)), 0, 0]
    for drawn in [2, 9] {
      let metric = try Metric("sampled-log-loss(among=\(drawn))")
      let report = try Evaluator(metrics: [metric], masked: masked, heldOut: heldOut)
        .evaluate(scores: fill(from: [scores]))
      let others = Double(min(drawn, 3))
      let expected = (-log(0.75) + others * log(2)) / (1 + others)
      #expect(abs(report[metric] - expected) < 1e-7)
    }
    #expect(try Metric("sampled-log-loss").definition.contains("against 4 drawn ones"))
  }
}
