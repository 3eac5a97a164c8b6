import Engine
import Foundation
import Testing

@Suite struct NeighbourSoftmaxTests {
  static let cases = [
    GradientCase("attention over neighbours") { scene in
      // Where all scores of a row have one sign, α cancels; so both a mask and all pairs.
      let (alpha, beta) = (scene.input("alpha", columns: 1), scene.input("beta", columns: 1))
      let blocks = scene.blocks()
      let attentions = [scene.mask(columns: 3), scene.constant(columns: 3)].map {
        neighbourSoftmax($0, taking: alpha, giving: beta, blocks)
      }
      return scene.probe(sum(attentions))
    },
    GradientCase("equal shares of neighbours") { scene in
      let blocks = scene.blocks()
      return scene.probe(
        blockProduct(
          neighbourShares(scene.mask(columns: 3), blocks), scene.input("x", columns: 2), blocks))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test func onlyNeighboursShare() {
    let (edges, alpha, beta) = (
      Tensor<Float>(rows: 2, columns: 2), Tensor<Float>(rows: 2, columns: 1),
      Tensor<Float>(rows: 2, columns: 1)
    )
    for (place, value) in [0.5, 0.1, 0, 0.3].enumerated() { edges.value[place] = Float(value) }
    (alpha.value[0], alpha.value[1]) = (1, 2)
    (beta.value[0], beta.value[1]) = (-3, 1)
    let blocks = RowBlocks(blocks: 1, maxLength: 2)
    blocks.append(length: 2)
    let y = neighbourSoftmax(edges, taking: alpha, giving: beta, blocks)
    let equal = neighbourShares(edges, blocks)
    Program(y).forward()
    Program(equal).forward()
    let first = Float(1 / (1 + exp(2.4)))
    for (place, value) in [first, 1 - first, 0, 1].enumerated() {
      #expect(abs(y.value[place] - value) < 1e-6)
    }
    #expect((0..<4).map { equal.value[$0] } == [0.5, 0.5, 0, 1])
  }
}
