import Basics
import Testing

@testable import Engine

@Suite struct StrongestPairsTests {
  static let cases = [
    GradientCase("the strongest pairs") { scene in
      scene.probe(strongestPairs(scene.input("M", columns: 3), scene.blocks(), share: 0.4))
    }
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  /// Of 9 pairs the share 0.5 keeps those not below the 5th, rounded from 4.5, which is 0.5; the
  /// diagonal whatever it is, and nothing that is not above 0.
  @Test func keepsTheShareTheDiagonalAndNothingNegative() {
    let m = Tensor<Float>(rows: 4, columns: 3)
    let values: [Float] = [1, 0.5, -1, 0.5, 0.1, 0.7, -1, 0.7, 0.2, -3, 9, 9]
    for (place, value) in values.enumerated() { m.value[place] = value }
    let blocks = RowBlocks(blocks: 2, maxLength: 3)
    blocks.append(length: 3)
    blocks.append(length: 1)
    let y = strongestPairs(m, blocks, share: 0.5)
    Program(y).forward()
    #expect((0..<9).map { y.value[$0] } == [1, 0.5, 0, 0.5, 0.1, 0.7, 0, 0.7, 0.2])
    #expect((9..<12).map { y.value[$0] } == [-3, 0, 0])
  }

  @Test func theLargestOfARank() {
    var random = Random(seed: 3, stream: "ranks")
    for count in [1, 2, 3, 10, 57] {
      let values = (0..<count).map { _ in Double(random.below(count)) }
      for rank in 1...count {
        var copy = values
        let found = copy.withUnsafeMutableBufferPointer { buffer in
          buffer.baseAddress.map { largest($0, count: count, rank: rank) }
        }
        #expect(found == values.sorted(by: >)[rank - 1])
      }
    }
  }
}
