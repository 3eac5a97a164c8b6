import Engine
import Foundation
import Testing

@Suite struct EmbeddingCrossEntropyTests {
  static let cases = [
    GradientCase("cross-entropy over an embedding") { scene in
      embeddingCrossEntropy(
        scene.input("h", columns: 3), scene.parameter("E", 4, 3),
        bias: scene.parameter("b", 4, 1), scene.indices(below: 4))
    },
    GradientCase("an embedding that is read and scored") { scene in
      let table = scene.parameter("E", 4, 3)
      let loss = embeddingCrossEntropy(
        gather(table, scene.indices(below: 4)), table, bias: scene.parameter("b", 4, 1),
        scene.indices(below: 4))
      return sum([loss, loss], factors: [2, 0.5])
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  /// More rows than one block of logits has: the mean of the losses of every row alone.
  @Test func blocksAddUp() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let (items, rows) = (200_000, 5)
    let table = store.make("E", rows: items, columns: 2, .normal(deviation: 1))
    let bias = store.make("b", rows: items, columns: 1, .normal(deviation: 1))
    let h = Tensor<Float>(rows: rows, columns: 2)
    let classes = IndexInput(capacity: rows)
    let loss = embeddingCrossEntropy(h, table, bias: bias, classes)
    let program = Program(loss)
    func run(_ range: Range<Int>) -> Double {
      h.rows = range.count
      classes.set(range.map { Int32($0 * 1000) })
      for (place, row) in range.enumerated() {
        h.value[2 * place] = Float(row)
        h.value[2 * place + 1] = 1 - Float(row)
      }
      program.forward()
      return Double(loss.value[0])
    }
    let whole = run(0..<rows)
    let mean = (0..<rows).map { run($0..<$0 + 1) }.reduce(0, +) / Double(rows)
    #expect(abs(whole - mean) < 1e-4 * mean)
  }

  @Test func theValueIsTheMeanLogarithm() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let table = store.make("E", rows: 3, columns: 1, .zeros)
    let bias = store.make("b", rows: 3, columns: 1, .zeros)
    for index in 0..<3 { bias.value[index] = log(Float(index + 1)) }
    let h = Tensor<Float>(rows: 2, columns: 1)
    let classes = IndexInput(capacity: 2)
    classes.set([0, 2])
    let loss = embeddingCrossEntropy(h, table, bias: bias, classes)
    Program(loss).forward()
    #expect(abs(Double(loss.value[0]) + (log(1.0 / 6) + log(3.0 / 6)) / 2) < 1e-6)
  }
}
