import Engine
import Testing

@Suite struct BlockPoolTests {
  static let cases = [
    GradientCase("rows pooled into clusters") { scene in
      squaredNorm(
        blockPool(
          scene.input("S", columns: 2), scene.input("x", columns: 3), scene.blocks(),
          capacity: scene.capacity))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func clustersOfABlockAreSteps() {
    let (shares, x) = (Tensor<Float>(rows: 3, columns: 2), Tensor<Float>(rows: 3, columns: 1))
    for place in 0..<6 { shares.value[place] = Float(place + 1) }
    for place in 0..<3 { x.value[place] = [1, 10, 100][place] }
    let blocks = RowBlocks(blocks: 2, maxLength: 2)
    blocks.append(length: 2)
    blocks.append(length: 1)
    let y = blockPool(shares, x, blocks, capacity: 2)
    Program(y).forward()
    // Cluster 0 of both blocks, then cluster 1 of both.
    #expect(y.rows == 4)
    #expect((0..<4).map { y.value[$0] } == [31, 500, 42, 600])
  }
}
