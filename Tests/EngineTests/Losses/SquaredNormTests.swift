import Engine
import Testing

@Suite struct SquaredNormTests {
  static let cases = [true, false].flatMap { mean in
    [
      GradientCase("squared norm, \(mean ? "mean over rows" : "sum")") { scene in
        squaredNorm(scene.input("x", columns: 3), meanOverRows: mean)
      },
      GradientCase("masked squared norm, \(mean ? "mean over rows" : "sum")") { scene in
        squaredNorm(
          scene.input("x", columns: 3), mask: scene.mask(columns: 3), meanOverRows: mean)
      },
    ]
  }

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func theMeanIsOverRowsAndTheMaskLeavesOut() {
    let (x, mask) = (Tensor<Float>(rows: 2, columns: 2), Tensor<Float>(rows: 2, columns: 2))
    for index in 0..<4 { (x.value[index], mask.value[index]) = (Float(index), index == 2 ? 0 : 1) }
    let all = squaredNorm(x)
    let masked = squaredNorm(x, mask: mask, meanOverRows: true)
    Program(all).forward()
    Program(masked).forward()
    #expect(all.value[0] == 14)
    #expect(masked.value[0] == 5)
  }

  /// The mask is a constant, as documented, also when a parameter makes it.
  @Test func noGradientFlowsIntoTheMask() {
    let scene = GradientScene()
    let (x, mask) = (scene.input("x", columns: 2), scene.input("mask", columns: 2))
    let program = Program(squaredNorm(x, mask: mask), moving: scene.store.parameters)
    program.forward()
    program.backward()
    let gradients = program.gradients(of: scene.store.parameters)
    #expect(gradients[0].allSatisfy { $0 != 0 })
    #expect(gradients[1].allSatisfy { $0 == 0 })
  }
}
