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
}
