import Engine
import Testing

@Suite struct SoftmaxTests {
  static let cases = [
    GradientCase("softmax of rows") { scene in
      scene.probe(softmax(scene.input("x", columns: 4)))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func rowsAddUpToOneAndKeepTheirRatios() {
    let x = Tensor<Float>(rows: 2, columns: 2)
    for place in 0..<4 { x.value[place] = [0, 1, 3, 3][place] }
    let y = softmax(x)
    Program(y).forward()
    #expect(abs(y.value[1] / y.value[0] - 2.7182818) < 1e-5)
    #expect(abs(y.value[0] + y.value[1] - 1) < 1e-6)
    #expect(y.value[2] == 0.5 && y.value[3] == 0.5)
  }
}
