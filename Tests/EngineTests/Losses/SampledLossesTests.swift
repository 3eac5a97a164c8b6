import Engine
import Foundation
import Testing

@Suite struct SampledLossesTests {
  private static func shared(_ items: [Int32]) -> IndexInput {
    let input = IndexInput(capacity: items.count)
    input.set(items)
    return input
  }

  static let cases = [
    GradientCase("logistic against a row's own negatives") { scene in
      sampledLogistic(
        scene.input("h", columns: 3), scene.parameter("E", 5, 3), scene.indices(below: 5),
        negatives: scene.indices(below: 5, each: 4), exponent: 0.4)
    },
    GradientCase("logistic over an embedding that is read and scored") { scene in
      let table = scene.parameter("E", 5, 3)
      return sampledLogistic(
        gather(table, scene.indices(below: 5)), table, scene.indices(below: 5),
        negatives: scene.indices(below: 5, each: 1))
    },
    GradientCase("softmax over drawn classes") { scene in
      sampledSoftmax(
        scene.input("h", columns: 3), scene.parameter("E", 5, 3), scene.indices(below: 5),
        negatives: shared([0, 3, 2, 3, 4, 1]))
    },
    GradientCase("softmax over an embedding without biases") { scene in
      embeddingCrossEntropy(
        scene.input("h", columns: 3), scene.parameter("E", 4, 3), bias: nil,
        scene.indices(below: 4))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  private struct Scene {
    let table: Parameter<Float>
    let h = Tensor<Float>(rows: 1, columns: 1)
    let classes = SampledLossesTests.shared([1])

    init() {
      table = ParameterStore<Float>(player: "p", seed: 1).make("E", rows: 3, columns: 1, .zeros)
      for index in 0..<3 { table.value[index] = [0.5, -1, 2][index] }
      h.value[0] = 2
    }
  }

  private func value(_ loss: Tensor<Float>) -> Double {
    Program(loss).forward()
    return Double(loss.value[0])
  }

  /// Scores 1, -2 and 4, the class the second: by hand. A negative that is the class counts not.
  @Test func valuesAreThoseOfTheFormulas() {
    let scene = Scene()
    let negatives = Self.shared([2, 0, 1])
    let plus = { (x: Double) in log(1 + exp(x)) }
    let logistic = value(
      sampledLogistic(
        scene.h, scene.table, scene.classes, negatives: negatives, exponent: 0.25))
    #expect(abs(logistic - (0.25 * plus(2) + plus(4) + plus(1))) < 1e-5)
    let softmax = value(
      sampledSoftmax(scene.h, scene.table, scene.classes, negatives: negatives))
    let others = 2.0 / 3 * (exp(4) + exp(1))
    #expect(abs(softmax + log(exp(-2) / (exp(-2) + others))) < 1e-5)
  }

  /// All other classes once: the softmax over all.
  @Test func allOthersAreTheWholeSoftmax() {
    let scene = Scene()
    let sampled = value(
      sampledSoftmax(scene.h, scene.table, scene.classes, negatives: Self.shared([0, 2])))
    let whole = value(embeddingCrossEntropy(scene.h, scene.table, bias: nil, scene.classes))
    #expect(abs(sampled - whole) < 1e-5)
  }
}
