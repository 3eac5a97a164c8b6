import Engine
import Testing

@Suite struct SelectRowsTests {
  static let cases = [
    GradientCase("a row selected twice") { scene in
      let twice = IndexInput(capacity: 2)
      twice.set([0, 0])
      let x = scene.input("x", columns: 3)
      return sum([squaredNorm(selectRows(x, twice)), squaredNorm(x)])
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func valuesAreTheNamedRows() {
    let x = Tensor<Float>(rows: 3, columns: 2)
    for index in 0..<6 { x.value[index] = Float(index) }
    let rows = IndexInput(capacity: 4)
    let y = selectRows(x, rows)
    rows.set([2, 0, 2])
    Program(y).forward()
    #expect(y.rows == 3)
    #expect((0..<6).map { y.value[$0] } == [4, 5, 0, 1, 4, 5])
  }
}
