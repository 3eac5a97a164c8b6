import Testing

@testable import Engine

@Suite struct WeightedBagTests {
  static let cases = [
    GradientCase("weighted bag") { scene in
      let (table, scores) = (scene.parameter("E", 6, 3), scene.parameter("s", 6, 1))
      return scene.probe(weightedBag(scene.sparse(columns: 6), table, scores: scores))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func equalScoresGiveTheMeanAndNoValuesGiveZero() {
    let scene = GradientScene()
    let x = scene.sparse(columns: 6)
    let table = scene.parameter("E", 6, 2)
    let scores = scene.store.make("s", rows: 6, columns: 1, .constant(3))
    let y = weightedBag(x, table, scores: scores)
    Program(y).forward()
    #expect(x[1].isEmpty)
    for row in 0..<x.rows {
      for column in 0..<2 {
        let values = x[row].map { table.value[2 * Int($0) + column] }
        let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
        #expect(abs(y.value[2 * row + column] - mean) < 1e-12)
      }
    }
  }

  /// Table and scores move together: neither gradient is taken after the other's move.
  @Test func aStepGoesDownTheGradientAtTheValuesBeforeIt() {
    func make() -> (GradientScene, Tensor<Double>) {
      let scene = GradientScene()
      let (table, scores) = (scene.parameter("E", 6, 3), scene.parameter("s", 6, 1))
      let bag = weightedBag(scene.sparse(columns: 6), table, scores: scores)
      return (scene, squaredNorm(bag))
    }
    let ((still, loss), (moved, sameLoss)) = (make(), make())
    let program = Program(loss, moving: still.store.parameters)
    program.forward()
    program.backward()
    let gradients = program.gradients(of: still.store.parameters)
    let learner = Learner(moved.store, rule: OptimizerRule(.momentum, learningRate: 0.5))
    learner.descend(learner.program(minimizing: sameLoss))
    for (index, gradient) in gradients.enumerated() {
      let (start, end) = (still.store.parameters[index], moved.store.parameters[index])
      #expect(gradient.contains { abs($0) > 1e-3 })
      for (place, slope) in gradient.enumerated() {
        #expect(abs(start.value[place] - 0.5 * slope - end.value[place]) < 1e-12)
      }
    }
  }
}
