import Engine
import Testing

@Suite struct GatherProductTests {
  static let cases = [
    GradientCase("rows gathered and multiplied") { scene in
      scene.probe(
        gatherProduct(
          scene.parameter("E", 4, 3), scene.indices(below: 4), scene.parameter("W", 3, 2)))
    },
    GradientCase("one table and one weight, twice") { scene in
      let (table, weight) = (scene.parameter("E", 4, 3), scene.parameter("W", 3, 3))
      let once = gatherProduct(table, scene.indices(below: 4), weight)
      return scene.probe(multiply(once, gatherProduct(table, scene.indices(below: 4), weight)))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func itIsTheProductOfTheGatheredRows() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let table = store.make("E", rows: 5, columns: 3, .uniform(1))
    let weight = store.make("W", rows: 3, columns: 4, .uniform(1))
    let indices = IndexInput(capacity: 6)
    let (y, expected) = (
      gatherProduct(table, indices, weight), product(gather(table, indices), weight)
    )
    for batch: [Int32] in [[4, 0, 4, 4, 2, 0], [1], [3, 3]] {
      indices.set(batch)
      Program(y).forward()
      Program(expected).forward()
      #expect(y.rows == batch.count)
      for place in 0..<y.count { #expect(abs(y.value[place] - expected.value[place]) < 1e-6) }
    }
  }
}
