import Engine
import Testing

@Suite struct BlockProductTests {
  static let cases = [
    GradientCase("rows weighted by pairs") { scene in
      scene.probe(
        blockProduct(scene.input("A", columns: 3), scene.input("x", columns: 2), scene.blocks()))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func blocksDoNotSeeEachOther() {
    let (pairs, x) = (Tensor<Float>(rows: 3, columns: 2), Tensor<Float>(rows: 3, columns: 1))
    for place in 0..<6 { pairs.value[place] = Float(place + 1) }
    for place in 0..<3 { x.value[place] = [1, 10, 100][place] }
    let blocks = RowBlocks(blocks: 2, maxLength: 2)
    blocks.append(length: 2)
    blocks.append(length: 1)
    let y = blockProduct(pairs, x, blocks)
    Program(y).forward()
    #expect((0..<3).map { y.value[$0] } == [21, 43, 500])
  }
}
