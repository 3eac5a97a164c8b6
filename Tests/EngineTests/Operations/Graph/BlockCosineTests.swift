import Engine
import Foundation
import Testing

@Suite struct BlockCosineTests {
  static let cases = [
    GradientCase("cosines within blocks") { scene in
      scene.probe(blockCosine(scene.input("z", columns: 4), scene.blocks()))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func valuesAreCosinesAndZerosElsewhere() {
    let z = Tensor<Float>(rows: 4, columns: 2)
    for (place, value) in [1, 0, 3, 3, 0, 0, -2, 0].enumerated() { z.value[place] = Float(value) }
    let blocks = RowBlocks(blocks: 2, maxLength: 3)
    blocks.append(length: 3)
    blocks.append(length: 1)
    let y = blockCosine(z, blocks)
    Program(y).forward()
    let half = Float(0.5).squareRoot()
    let expected: [Float] = [1, half, 0, half, 1, 0, 0, 0, 0, 1, 0, 0]
    for (place, value) in expected.enumerated() { #expect(abs(y.value[place] - value) < 1e-6) }
  }
}
