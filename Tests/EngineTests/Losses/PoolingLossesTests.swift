import Engine
import Foundation
import Testing

/// The three regularisers of a pooling: its links, its decidedness, its order.
@Suite struct PoolingLossesTests {
  static let cases = [
    GradientCase("link loss") { scene in
      linkLoss(scene.input("A", columns: 3), scene.input("S", columns: 2), scene.blocks())
    },
    GradientCase("row entropy") { scene in
      rowEntropy(softmax(scene.input("x", columns: 4)))
    },
    GradientCase("position loss") { scene in
      positionLoss(softmax(scene.input("x", columns: 4)), scene.blocks())
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  private func shares(_ values: [Float], clusters: Int) -> Tensor<Float> {
    let tensor = Tensor<Float>(rows: values.count / clusters, columns: clusters)
    for (place, value) in values.enumerated() { tensor.value[place] = value }
    return tensor
  }

  private func blocks(_ lengths: [Int]) -> RowBlocks {
    let blocks = RowBlocks(blocks: lengths.count, maxLength: 3)
    for length in lengths { blocks.append(length: length) }
    return blocks
  }

  private func value(_ loss: Tensor<Float>) -> Double {
    Program(loss).forward()
    return Double(loss.value[0])
  }

  /// Two rows that are linked, in one cluster and in two; a block of one row beside.
  @Test func linkedRowsBelongTogether() {
    let pairs = shares([1, 1, 0, 1, 1, 0, 1, 0, 0], clusters: 3)
    let together = linkLoss(pairs, shares([1, 0, 1, 0, 0, 1], clusters: 2), blocks([2, 1]))
    #expect(value(together) == 0)
    let apart = linkLoss(pairs, shares([1, 0, 0, 1, 0, 1], clusters: 2), blocks([2, 1]))
    #expect(abs(value(apart) - 2.0.squareRoot() / 2) < 1e-6)
  }

  @Test func undecidedRowsHaveTheEntropyOfTheirChoices() {
    let entropy = rowEntropy(shares([1, 0, 0.5, 0.5], clusters: 2))
    #expect(abs(value(entropy) - log(2) / 2) < 1e-6)
  }

  @Test func clustersInTheOrderOfTheRowsAreWhereTheyShouldBe() {
    #expect(value(positionLoss(shares([1, 0, 0, 1], clusters: 2), blocks([2]))) < 1e-6)
    let turned = positionLoss(shares([0, 1, 1, 0], clusters: 2), blocks([2]))
    #expect(abs(value(turned) - 0.5.squareRoot()) < 1e-6)
  }
}
