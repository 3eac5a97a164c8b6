import Engine
import Foundation
import Testing

@Suite struct WeightedChoicesTests {
  static let cases = [
    GradientCase("weighted choices") { scene in
      // The logits of one row, whatever the number of choices.
      let row = IndexInput(capacity: 1)
      row.set([0])
      return weightedChoices(
        gather(scene.parameter("logits", 1, 6), row), scene.indices(below: 6),
        rewards: scene.constant(columns: 1), weights: scene.constant(columns: 6))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  private func loss(
    _ logits: [Float], _ choices: [Int32], _ rewards: [Float], _ weights: [[Float]]
  ) -> Double {
    let x = Tensor<Float>(rows: 1, columns: logits.count)
    let a = Tensor<Float>(rows: choices.count, columns: 1)
    let w = Tensor<Float>(rows: choices.count, columns: logits.count)
    for (index, value) in logits.enumerated() { x.value[index] = value }
    for (index, value) in rewards.enumerated() { a.value[index] = value }
    for (index, value) in weights.joined().enumerated() { w.value[index] = value }
    let classes = IndexInput(capacity: choices.count)
    classes.set(choices)
    let loss = weightedChoices(x, classes, rewards: a, weights: w)
    Program(loss).forward()
    return Double(loss.value[0])
  }

  @Test func theValueIsTheRewardedMean() {
    // Shares of e^x w: 2·1, 3·2, 5·0 and, the first class taken, 2·0, 3·1, 5·4.
    let value = loss(
      [log(2), log(3), log(5)], [1, 2], [1, -2], [[1, 2, 0], [0, 1, 4]])
    #expect(abs(value - -(log(6.0 / 8) - 2 * log(20.0 / 23)) / 2) < 1e-6)
  }

  @Test func anUnderflowedChoiceGivesAFiniteLoss() {
    let value = loss([1e4, -1e4], [1], [1], [[1, 1]])
    #expect(value.isFinite && value > 80)
    #expect(loss([0, 0], [1], [1], [[0, 0]]).isFinite)
  }
}
