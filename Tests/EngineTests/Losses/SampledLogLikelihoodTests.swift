import Engine
import Foundation
import Testing

@Suite struct SampledLogLikelihoodTests {
  static let cases = [
    GradientCase("sampled log-likelihood") { scene in
      // The logits of one row, whatever the length of the batch of sampled classes.
      let row = IndexInput(capacity: 1)
      row.set([0])
      return sampledLogLikelihood(
        gather(scene.parameter("logits", 1, 6), row), scene.indices(below: 6),
        weights: scene.constant(columns: 1))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func theValueIsTheWeightedMean() {
    let (logits, weights) = (Tensor<Float>(rows: 1, columns: 3), Tensor<Float>(rows: 2, columns: 1))
    for index in 0..<3 { logits.value[index] = log(Float(index + 1)) }
    (weights.value[0], weights.value[1]) = (2, -1)
    let classes = IndexInput(capacity: 2)
    classes.set([0, 2])
    let loss = sampledLogLikelihood(logits, classes, weights: weights)
    Program(loss).forward()
    let expected = -(2 * log(1.0 / 6) - log(3.0 / 6)) / 2
    #expect(abs(Double(loss.value[0]) - expected) < 1e-6)
  }

  @Test func anUnderflowedProbabilityGivesAFiniteLoss() {
    let (logits, weights) = (Tensor<Float>(rows: 1, columns: 2), Tensor<Float>(rows: 1, columns: 1))
    (logits.value[0], logits.value[1], weights.value[0]) = (1e4, -1e4, 1)
    let classes = IndexInput(capacity: 1)
    classes.set([1])
    let loss = sampledLogLikelihood(logits, classes, weights: weights)
    Program(loss).forward()
    #expect(loss.value[0].isFinite && loss.value[0] > 80)
  }
}
