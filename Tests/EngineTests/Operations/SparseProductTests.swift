import Engine
import Testing

@Suite struct SparseProductTests {
  static let cases = [
    GradientCase("sparse x W") { scene in
      scene.probe(product(scene.sparse(columns: 7), scene.parameter("W", 7, 3)))
    },
    GradientCase("two sparse inputs through one weight") { scene in
      let weight = scene.parameter("W", 7, 3)
      let (left, right) = (scene.sparse(columns: 7), scene.sparse(columns: 7))
      return scene.probe(multiply(product(left, weight), product(right, weight)))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func itIsTheProductWithTheDenseRows() {
    let scene = GradientScene()
    let x = scene.sparse(columns: 7)
    let weight = scene.parameter("W", 7, 3)
    let dense = Tensor<Double>(rows: scene.capacity, columns: 7)
    for row in 0..<x.rows { for column in x[row] { dense.value[7 * row + Int(column)] = 1 } }
    let (y, expected) = (product(x, weight), product(dense, weight))
    Program(y).forward()
    Program(expected).forward()
    for index in 0..<y.count { #expect(abs(y.value[index] - expected.value[index]) < 1e-12) }
  }
}
