import Engine
import Foundation
import Testing

@Suite struct CrossEntropyTests {
  static let cases = [
    GradientCase("cross-entropy of rows") { scene in
      crossEntropy(scene.input("x", columns: 4), scene.indices(below: 4))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func theValueIsTheMeanLogarithm() {
    let x = Tensor<Float>(rows: 2, columns: 3)
    for place in 0..<6 { x.value[place] = log(Float(place % 3 + 1)) }
    let classes = IndexInput(capacity: 2)
    classes.set([0, 2])
    let loss = crossEntropy(x, classes)
    Program(loss).forward()
    #expect(abs(Double(loss.value[0]) + (log(1.0 / 6) + log(3.0 / 6)) / 2) < 1e-6)
  }
}
