import Testing

@testable import Engine

@Suite struct ActivationsTests {
  static let cases =
    Activation.allCases.map { activation in
      GradientCase("activate \(activation)") { scene in
        scene.probe(activate(scene.input("x", columns: 4), activation))
      }
    } + [
      // `activate` never builds the identity; the operation has it all the same.
      GradientCase("the identity as an operation") { scene in
        let x = scene.input("x", columns: 4)
        return scene.probe(
          Tensor(rows: x.capacity, columns: x.columns, by: Activate(x, .linear)))
      }
    ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func theIdentityIsNoOperation() {
    let x = Tensor<Float>(rows: 1, columns: 1)
    #expect(activate(x, .linear) === x)
  }

  @Test func saturationIsTheShareNearABound() {
    let x = Tensor<Float>(rows: 1, columns: 4)
    for (index, value) in [-4, -1, 1, 4].enumerated() { x.value[index] = Float(value) }
    let squashed = activate(x, .sigmoid)
    let program = Program(activate(activate(squashed, .relu), .tanh))
    program.forward()
    // 1 / (1 + e⁴) = .018; then tanh of .018, .27, .73 and .98, none beyond .9.
    #expect(program.saturation == [0.5, 0])
  }

  @Test func valuesAreThoseOfTheFormulas() {
    let x = Tensor<Float>(rows: 1, columns: 3)
    for (index, value) in [-2, 0, 1].enumerated() { x.value[index] = Float(value) }
    func values(_ activation: Activation) -> [Float] {
      let y = activate(x, activation)
      Program(y).forward()
      return (0..<3).map { y.value[$0] }
    }
    #expect(values(.relu) == [0, 0, 1])
    #expect(values(.leakyReLU) == [-0.4, 0, 1])
    #expect(values(.sigmoid)[1] == 0.5)
    #expect(values(.tanh)[1] == 0)
    #expect(abs(values(.tanh)[2] - 0.7615942) < 1e-6)
    #expect(abs(values(.sigmoid)[0] - 0.11920292) < 1e-7)
  }
}
