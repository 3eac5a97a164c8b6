import Engine
import Testing

@Suite struct GatherTests {
  static let cases = [
    GradientCase("gather") { scene in
      scene.probe(gather(scene.parameter("E", 4, 3), scene.indices(below: 4)))
    },
    GradientCase("one table gathered twice") { scene in
      let table = scene.parameter("E", 4, 3)
      let (left, right) = (scene.indices(below: 4), scene.indices(below: 4))
      return scene.probe(multiply(gather(table, left), gather(table, right)))
    },
    GradientCase("one table gathered, and multiplied as a weight") { scene in
      let table = scene.parameter("E", 4, 3)
      return scene.probe(product(gather(table, scene.indices(below: 4)), transposed: table))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func anIndexInputHoldsItsLatestBatch() {
    let input = IndexInput(capacity: 3)
    input.set([3, 2, 1])
    input.set([7])
    #expect(input.count == 1 && input.values[0] == 7)
  }

  @Test func valuesAreRowsOfTheTable() {
    let table = ParameterStore<Float>(player: "p", seed: 1)
      .make("E", rows: 3, columns: 2, .uniform(1))
    let rows = IndexInput(capacity: 4)
    let y = gather(table, rows)
    rows.set([2, 0, 2])
    Program(y).forward()
    #expect(y.rows == 3)
    for (place, row) in [2, 0, 2].enumerated() {
      for column in 0..<2 {
        #expect(y.value[2 * place + column] == table.value[2 * row + column])
      }
    }
  }
}
