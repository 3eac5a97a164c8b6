import Engine
import Testing

@Suite struct ArithmeticTests {
  static let cases = [
    GradientCase("a weighted sum of three") { scene in
      let terms = ["x", "y", "z"].map { scene.input($0, columns: 3) }
      return scene.probe(sum(terms, factors: [2, -0.5, 1]))
    },
    GradientCase("a tensor added to itself") { scene in
      let x = scene.input("x", columns: 3)
      return scene.probe(sum([x, x]))
    },
    GradientCase("a weighted sum of one") { scene in
      scene.probe(sum([scene.input("x", columns: 3)], factors: [-3]))
    },
    GradientCase("multiply") { scene in
      scene.probe(multiply(scene.input("x", columns: 3), scene.input("y", columns: 3)))
    },
    GradientCase("multiply by a constant") { scene in
      scene.probe(multiply(scene.mask(columns: 3), scene.input("x", columns: 3)))
    },
    GradientCase("a tensor multiplied by itself") { scene in
      let x = scene.input("x", columns: 3)
      return scene.probe(multiply(x, x))
    },
    GradientCase("row dot") { scene in
      scene.probe(rowDot(scene.input("x", columns: 6), scene.input("z", columns: 6)))
    },
    GradientCase("a row dotted with itself") { scene in
      let x = scene.input("x", columns: 6)
      return scene.probe(rowDot(x, x))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func aSumOfOneTermIsTheTerm() {
    let x = Tensor<Float>(rows: 1, columns: 1)
    #expect(sum([x]) === x)
  }

  @Test func values() {
    let (x, y) = (Tensor<Float>(rows: 2, columns: 2), Tensor<Float>(rows: 2, columns: 2))
    for index in 0..<4 { (x.value[index], y.value[index]) = (Float(index), Float(10 * index)) }
    let (total, product, dots) = (sum([x, y], factors: [1, -2]), multiply(x, y), rowDot(x, y))
    for tensor in [total, product, dots] { Program(tensor).forward() }
    #expect((0..<4).map { total.value[$0] } == [0, -19, -38, -57])
    #expect((0..<4).map { product.value[$0] } == [0, 10, 40, 90])
    #expect((0..<2).map { dots.value[$0] } == [10, 130])
  }
}
