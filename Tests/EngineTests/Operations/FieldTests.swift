import Basics
import Testing

@testable import Engine

@Suite struct FieldTests {
  static let cases = [
    GradientCase("field embedding") { scene in
      scene.probe(fieldEmbedding(scene.parameter("E", 7, 2), scene.fields()))
    },
    GradientCase("field interactions") { scene in
      scene.probe(fieldInteractions(scene.input("x", columns: 6), fields: 3))
    },
    GradientCase("dropout") { scene in
      let layer = Dense("layer", 4, 6, biasLimit: 0.5, in: scene.store)
      let dropout = Dropout<Double>(0.4)
      let y = dropout(replacing: layer(scene.input("x", columns: 4), .leakyReLU))
      var random = Random(seed: 1, stream: "dropout")
      dropout.draw(rows: scene.capacity, &random)
      return scene.probe(sum([y, multiply(y, scene.constant(columns: 6))]))
    },
    GradientCase("row sum") { scene in scene.probe(rowSum(scene.input("x", columns: 3))) },
    GradientCase("factorisation machine") { scene in
      let x = scene.fields()
      let interactions = fieldInteractions(
        fieldEmbedding(scene.parameter("V", 7, 3), x), fields: x.fields)
      return scene.probe(
        sum([interactions, rowSum(fieldEmbedding(scene.parameter("w", 7, 1), x))]))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func interactionsAreThoseOfAllPairs() {
    let x = Tensor<Double>(rows: 1, columns: 6)
    for (index, value) in [1.0, 2, 3, -1, 0.5, 4].enumerated() { x.value[index] = value }
    let y = fieldInteractions(x, fields: 3)
    Program(y).forward()
    // (1, 2)·(3, −1) + (1, 2)·(0.5, 4) + (3, −1)·(0.5, 4).
    #expect(y.value[0] == 1 + 8.5 - 2.5)
  }

  @Test func aBagIsTheMeanOfItsRowsTimesTheFactor() {
    let store = ParameterStore<Double>(player: "", seed: 1)
    let table = store.make("E", rows: 3, columns: 1, .zeros)
    for row in 0..<3 { table.value[row] = Double(row + 1) }
    let x = FieldInput(capacity: 1, bags: [nil, FieldBags([[0], [0, 2]])])
    x.append([1, 1])
    x.setFactor(1, 3)
    let y = fieldEmbedding(table, x)
    Program(y).forward()
    #expect([y.value[0], y.value[1]] == [2, 6])
  }

  @Test func dropoutKeepsTheMeanAndTheSameStreamTheSameMask() {
    let x = Tensor<Float>(rows: 200, columns: 50)
    let dropout = Dropout<Float>(0.2)
    let y = dropout(replacing: x)
    func draw(rows: Int) -> [Float] {
      var random = Random(seed: 3, stream: "dropout")
      x.rows = rows
      for index in 0..<x.count { x.value[index] = 1 }
      dropout.draw(rows: rows, &random)
      Program(y).forward()
      return Array(UnsafeBufferPointer(start: y.value, count: y.count))
    }
    let all = draw(rows: 200)
    #expect(all.allSatisfy { $0 == 0 || $0 == 1.25 })
    #expect(abs(all.reduce(0, +) / 10_000 - 1) < 0.03)
    #expect(draw(rows: 2) == Array(all.prefix(100)))
    let none = Dropout<Float>(0)(replacing: x)
    #expect(none === x)
  }
}
