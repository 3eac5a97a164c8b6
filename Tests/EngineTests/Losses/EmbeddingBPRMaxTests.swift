import Engine
import Foundation
import Testing

@Suite struct EmbeddingBPRMaxTests {
  private static func negatives(_ items: [Int32]) -> IndexInput {
    let input = IndexInput(capacity: items.count)
    input.set(items)
    return input
  }

  static let cases = [
    GradientCase("BPR-max, a negative drawn twice and some that are the class") { scene in
      embeddingBPRMax(
        scene.input("h", columns: 3), scene.parameter("E", 5, 3),
        bias: scene.parameter("b", 5, 1), scene.indices(below: 5),
        negatives: negatives([0, 3, 2, 3, 4, 1]), scorePenalty: 0.3)
    },
    GradientCase("BPR-max of an embedding that is read and scored") { scene in
      let table = scene.parameter("E", 5, 3)
      let loss = embeddingBPRMax(
        gather(table, scene.indices(below: 5)), table, bias: scene.parameter("b", 5, 1),
        scene.indices(below: 5), negatives: negatives([2, 4, 0]), scorePenalty: 0)
      return sum([loss, loss], factors: [2, 0.5])
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  /// One row, two negatives: the formula by hand.
  @Test func theValueIsThatOfTheFormula() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let table = store.make("E", rows: 3, columns: 1, .zeros)
    let bias = store.make("b", rows: 3, columns: 1, .zeros)
    for index in 0..<3 { bias.value[index] = [0.5, -1, 2][index] }
    let h = Tensor<Float>(rows: 1, columns: 1)
    let loss = embeddingBPRMax(
      h, table, bias: bias, Self.negatives([0]), negatives: Self.negatives([1, 0, 2]),
      scorePenalty: 0.1)
    Program(loss).forward()
    let (a, b) = (exp(-1.0), exp(2.0))
    func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    let fit = (a * sigmoid(1.5) + b * sigmoid(-1.5)) / (a + b)
    let expected = -log(fit) + 0.1 * (a * 1 + b * 4) / (a + b)
    #expect(abs(Double(loss.value[0]) - expected) < 1e-5)
  }

  @Test func aRowWithoutOthersCountsAsNothing() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let table = store.make("E", rows: 2, columns: 1, .uniform(1))
    let bias = store.make("b", rows: 2, columns: 1, .zeros)
    let h = Tensor<Float>(rows: 1, columns: 1)
    h.value[0] = 1
    let loss = embeddingBPRMax(
      h, table, bias: bias, Self.negatives([1]), negatives: Self.negatives([1, 1]),
      scorePenalty: 1)
    let program = Program(loss, moving: store.parameters)
    program.forward()
    program.backward()
    #expect(loss.value[0] == 0)
    #expect(program.gradients(of: store.parameters).joined().allSatisfy { $0 == 0 })
  }
}
