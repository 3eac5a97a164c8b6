import Engine
import Testing

@Suite struct DenseTests {
  static let cases =
    [
      GradientCase("dense") { scene in
        let layer = Dense("layer", 4, 3, biasLimit: 0.5, in: scene.store)
        return scene.probe(layer(scene.input("x", columns: 4)))
      },
      GradientCase("dense of a sparse input") { scene in
        let layer = Dense("layer", 7, 3, biasLimit: 0.5, in: scene.store)
        return scene.probe(layer(scene.sparse(columns: 7)))
      },
      GradientCase("dense of a sparse and a dense part") { scene in
        let sparse = Dense("sparse", 7, 3, fanIn: 11, in: scene.store)
        let weight = scene.parameter("condition", 4, 3)
        let y = sum([sparse(scene.sparse(columns: 7)), product(scene.constant(columns: 4), weight)])
        return scene.probe(activate(y, .sigmoid))
      },
      GradientCase("one layer used twice") { scene in
        let layer = Dense("layer", 4, 4, biasLimit: 0.5, in: scene.store)
        let x = scene.input("x", columns: 4)
        return scene.probe(layer(activate(layer(x), .tanh)))
      },
      GradientCase("one subgraph used twice") { scene in
        let hidden = activate(
          Dense("shared", 4, 3, biasLimit: 0.5, in: scene.store)(scene.input("x", columns: 4)),
          .sigmoid)
        let (left, right) = (
          Dense("left", 3, 1, in: scene.store), Dense("right", 3, 2, in: scene.store)
        )
        return sum([
          logisticLoss(left(hidden), label: 1), squaredNorm(right(hidden), meanOverRows: true),
        ])
      },
    ]
    + Activation.allCases.map { activation in
      GradientCase("\(activation) in place, read twice") { scene in
        let y = Dense("layer", 4, 3, biasLimit: 0.5, in: scene.store)(
          scene.input("x", columns: 4), activation)
        return scene.probe(sum([y, multiply(y, scene.constant(columns: 3))]))
      }
    }
    + Activation.allCases.map { hidden in
      GradientCase("perceptron, hidden \(hidden)") { scene in
        let network = MultilayerPerceptron(
          "layer", sizes: [4, 5, 3, 2], hidden: hidden, output: .sigmoid, biasLimit: 0.5,
          in: scene.store)
        return scene.probe(network(scene.input("x", columns: 4)))
      }
    }

  /// A product, and the sigmoid that took its room.
  private static func replaced() -> (x: Tensor<Float>, y: Tensor<Float>) {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let x = product(
      Tensor<Float>(rows: 2, columns: 3), store.make("w", rows: 3, columns: 4, .zeros))
    return (
      x, activate(replacing: x, bias: store.make("b", rows: 1, columns: 4, .zeros), .sigmoid)
    )
  }

  /// The result of a nonlinearity may be read twice; what it replaced may not, nor may what the way
  /// back needs be replaced.
  @Test func replacedTensorsHaveOneReader() async {
    _ = Program(sum([DenseTests.replaced().y, DenseTests.replaced().x]))
    await #expect(processExitsWith: .failure) {
      let (x, y) = DenseTests.replaced()
      _ = Program(sum([x, y]))
    }
    await #expect(processExitsWith: .failure) {
      _ = Dropout<Float>(0.5)(replacing: DenseTests.replaced().y)
    }
  }

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func namesAndStarts() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let network = MultilayerPerceptron(
      "net", sizes: [30, 20, 10], hidden: .relu, output: .linear, in: store)
    let part = Dense("part", 20, 10, fanIn: 100, biasLimit: 0.25, in: store)
    #expect(
      store.parameters.map(\.name) == [
        "net0/weight", "net0/bias", "net1/weight", "net1/bias", "part/weight", "part/bias",
      ])
    #expect(network.layers.count == 2)
    #expect(largest(network.layers[0].weight) <= (6.0 / 50).squareRoot())
    #expect(largest(network.layers[0].weight) > 0.9 * (6.0 / 50).squareRoot())
    #expect(largest(network.layers[0].bias) == 0)
    #expect(largest(part.weight) <= (6.0 / 110).squareRoot())
    #expect(largest(part.weight) > 0.9 * (6.0 / 110).squareRoot())
    #expect(largest(part.bias) <= 0.25 && largest(part.bias) > 0)
  }

  private func largest(_ parameter: Parameter<Float>) -> Double {
    (0..<parameter.count).map { Double(abs(parameter.value[$0])) }.max() ?? 0
  }
}
