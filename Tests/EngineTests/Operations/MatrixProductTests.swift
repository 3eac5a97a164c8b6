import Engine
import Testing

@Suite struct MatrixProductTests {
  static let cases = [
    GradientCase("x W") { scene in
      scene.probe(product(scene.input("x", columns: 4), scene.parameter("W", 4, 3)))
    },
    GradientCase("x Wᵀ") { scene in
      scene.probe(product(scene.input("x", columns: 4), transposed: scene.parameter("W", 3, 4)))
    },
    GradientCase("x W Wᵀ, one weight read both ways") { scene in
      let weight = scene.parameter("W", 4, 3)
      return scene.probe(product(product(scene.input("x", columns: 4), weight), transposed: weight))
    },
    GradientCase("one tensor into two products") { scene in
      let x = scene.input("x", columns: 4)
      return scene.probe(
        sum([product(x, scene.parameter("V", 4, 3)), product(x, scene.parameter("W", 4, 3))]))
    },
    GradientCase("a product's gradient after another's") { scene in
      let x = scene.input("x", columns: 4)
      return scene.probe(sum([product(x, scene.parameter("W", 4, 4)), x]))
    },
    GradientCase("bias, one row") { scene in
      scene.probe(add(scene.input("x", columns: 4), bias: scene.parameter("b", 1, 4)))
    },
    GradientCase("bias, one column") { scene in
      scene.probe(add(scene.input("x", columns: 4), bias: scene.parameter("b", 4, 1)))
    },
    GradientCase("bias of one number") { scene in
      scene.probe(add(scene.input("x", columns: 1), bias: scene.parameter("b", 1, 1)))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func valuesInSinglePrecision() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let weight = store.make("W", rows: 2, columns: 3, .zeros)
    let bias = store.make("b", rows: 1, columns: 3, .zeros)
    for index in 0..<6 { weight.value[index] = Float(index + 1) }
    for index in 0..<3 { bias.value[index] = Float(100 * index) }
    let (x, z) = (Tensor<Float>(rows: 1, columns: 2), Tensor<Float>(rows: 1, columns: 3))
    (x.value[0], x.value[1]) = (1, 10)
    for index in 0..<3 { z.value[index] = Float(index) }
    let (y, back) = (add(product(x, weight), bias: bias), product(z, transposed: weight))
    Program(y).forward()
    Program(back).forward()
    #expect((0..<3).map { y.value[$0] } == [41, 152, 263])
    #expect((0..<2).map { back.value[$0] } == [8, 17])
  }

  /// With β = 0 it does not matter what was there; what lies between the rows stays.
  @Test(arguments: [0, 2]) func aProductOverwrites(gap: Int) {
    let (rows, columns, stride) = (2, 3, 3 + gap)
    var y = [Float](repeating: .nan, count: rows * stride)
    for row in 0..<rows {
      for place in columns..<stride { y[row * stride + place] = 7 }
    }
    Float.gemm(
      false, false, rows, columns, 2, 1, [1, 10, 2, 20], 2, [1, 2, 3, 4, 5, 6], 3, 0, &y, stride)
    let between = [Float](repeating: 7, count: gap)
    #expect(y == [41, 52, 63] + between + [82, 104, 126] + between)
  }

  /// Gradients made a panel of rows at a time are the rows of the whole gradient.
  @Test(arguments: ["x W", "x Wᵀ", "bias, one row", "bias, one column"])
  func panelsAreRowsOfTheWhole(_ name: String) throws {
    try checkPanels(try #require(Self.cases.first { $0.name == name }))
  }
}
