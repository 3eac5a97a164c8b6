import Engine
import Testing

@Suite struct AdditiveScoresTests {
  /// Three right rows, all of them in every batch.
  private static func right(_ scene: GradientScene, columns: Int) -> Tensor<Double> {
    let all = IndexInput(capacity: 3)
    all.set([0, 1, 2])
    return gather(scene.parameter("v", 3, columns), all)
  }

  static let cases = [
    GradientCase("scores of pairs") { scene in
      scene.probe(
        additiveScores(
          scene.input("u", columns: 2), right(scene, columns: 2), scene.parameter("w", 2, 1)))
    },
    GradientCase("left rows that are constants") { scene in
      scene.probe(
        additiveScores(
          scene.constant(columns: 2), right(scene, columns: 2), scene.parameter("w", 1, 2)))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  /// The scores of a user alone are, to the bit, those within a batch, and of many items.
  @Test func theFormula() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let w = store.make("w", rows: 5, columns: 1, .uniform(1))
    let (u, v) = (Tensor<Float>(rows: 2, columns: 5), Tensor<Float>(rows: 150, columns: 5))
    for place in 0..<10 { u.value[place] = Float(place % 7) / 4 - 0.5 }
    for place in 0..<750 { v.value[place] = Float(place % 11) / 5 - 1 }
    let y = additiveScores(u, v, w)
    let program = Program(y)
    program.forward()
    for left in 0..<2 {
      for right in 0..<150 {
        var expected = 0.0
        for k in 0..<5 {
          let x = Double(u.value[left * 5 + k]) + Double(v.value[right * 5 + k])
          expected += Double(w.value[k]) * (x > 0 ? x : 0.2 * x)
        }
        #expect(abs(Double(y.value[left * 150 + right]) - expected) < 1e-5)
      }
    }
    let first = (0..<150).map { y.value[$0] }
    u.rows = 1
    program.forward()
    #expect((0..<150).map { y.value[$0] } == first)
  }
}
