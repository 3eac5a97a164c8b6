import Engine
import Testing

@Suite struct ScaleColumnsTests {
  static let cases = [
    GradientCase("rows times a learned row") { scene in
      scene.probe(multiply(scene.input("x", columns: 3), row: scene.parameter("w", 1, 3)))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func everyRowIsMultiplied() {
    let weight = ParameterStore<Float>(player: "p", seed: 1)
      .make("w", rows: 1, columns: 2, .constant(3))
    let x = Tensor<Float>(rows: 2, columns: 2)
    for place in 0..<4 { x.value[place] = Float(place) }
    let y = multiply(x, row: weight)
    Program(y).forward()
    #expect((0..<4).map { y.value[$0] } == [0, 3, 6, 9])
  }
}
