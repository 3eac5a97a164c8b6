import Basics
import Testing

@testable import Evaluation

@Suite struct TopSelectionTests {
  @Test(arguments: [0, 1, 2, 5, 24, 25, 40, 500], [1, 25, 32, 64, 333])
  func keepsWhatAFullSortPutsFirstTiesByAscendingId(capacity: Int, items: Int) {
    var random = Random(seed: 7, stream: "top")
    for levels in [1, 2, 5, 100_000] {
      let scores = (0..<items).map { _ in Float(random.below(levels)) - Float(levels / 2) }
      let masked = (0..<Int32(items)).filter { _ in random.below(4) == 0 }
      let sorted = (0..<items).filter { !masked.contains(Int32($0)) }.sorted(by: precedes(scores))
      let top = topItems(scores: scores, masked: masked[...], count: capacity)
      #expect(top.map(\.item) == Array(sorted.prefix(capacity)))
      #expect(top.map(\.score) == sorted.prefix(capacity).map { scores[$0] })
    }
  }

  @Test func ascendingScoresWhereEveryItemDisplacesAnother() {
    let scores = (0..<200).map(Float.init)
    #expect(topItems(scores: scores, count: 3).map(\.item) == [199, 198, 197])
  }

  @Test func ordersInfinitiesAndZerosOfEitherSignAsEqual() {
    let scores: [Float] = [-.infinity, 0, -0.0, .infinity, -1e-30, 1e-30, 0, .infinity]
    #expect(topItems(scores: scores, count: 8).map(\.item) == [3, 7, 5, 1, 2, 6, 4, 0])
  }
}
