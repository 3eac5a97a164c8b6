import Engine
import Testing

@Suite struct BiInteractionTests {
  static let cases = [2, 4].map { count in
    GradientCase("bi-interaction of \(count)") { scene in
      scene.probe(biInteraction((0..<count).map { scene.input("e\($0)", columns: 3) }))
    }
  }

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func itIsTheSumOfThePairwiseProducts() {
    let numbers: [[Float]] = [[1, 2], [3, -4], [5, 6]]
    let vectors = numbers.map { numbers in
      let tensor = Tensor<Float>(rows: 1, columns: 2)
      for column in 0..<2 { tensor.value[column] = numbers[column] }
      return tensor
    }
    let y = biInteraction(vectors)
    Program(y).forward()
    // 1·3 + 1·5 + 3·5, and 2·(−4) + 2·6 + (−4)·6.
    #expect(y.value[0] == 23)
    #expect(y.value[1] == -20)
  }
}
