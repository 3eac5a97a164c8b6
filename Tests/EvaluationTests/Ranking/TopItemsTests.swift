import Testing

@testable import Evaluation

@Suite struct TopItemsTests {
  /// Of items 1 to 8 with one score, those that a metric of the same draw sees come first.
  @Test func aDrawnOrderIsThatOfTheMetrics() {
    let scores: [Float] = [9, 5, 5, 5, 5, 5, 5, 5, 5, 7, 0]
    let all = topItems(scores: scores, count: 11, ties: .seeded, drawnFrom: (3, 8)).map(\.item)
    #expect(all.sorted() == Array(0...10))
    #expect(Array(all.prefix(2)) == [0, 9] && all.last == 10)
    let keys = TieKeys(seed: 3, user: 8)
    let tied: [Int] = (1...8).sorted { keys.key(Int32($0)) < keys.key(Int32($1)) }
    #expect(Array(all[2...9]) == tied)
    for count in 0...11 {
      let list = topItems(scores: scores, count: count, ties: .expected, drawnFrom: (3, 8))
      #expect(list.map(\.item) == Array(all.prefix(count)))
    }
    let unmasked = topItems(
      scores: scores, masked: [2, 5], count: 3, ties: .seeded, drawnFrom: (3, 8))
    let left = all.filter { ![2, 5].contains($0) }
    #expect(unmasked.map(\.item) == Array(left.prefix(3)))
  }

  @Test func leavesOutMaskedItemsAlsoWhereEverythingElseIsMinusInfinity() {
    let scores: [Float] = [-.infinity, 5, -.infinity, 4, -.infinity]
    #expect(topItems(scores: scores, masked: [1, 3], count: 9).map(\.item) == [0, 2, 4])
  }

  @Test func leavesOutItemsWithoutAScore() {
    #expect(topItems(scores: [.nan, 1, .nan, 2], count: 4).map(\.item) == [3, 1])
  }

  @Test func nothingToChooseFrom() {
    #expect(topItems(scores: [], count: 3).isEmpty)
    #expect(topItems(scores: [1, 2], masked: [0, 1], count: 3).isEmpty)
    #expect(topItems(scores: [1, 2], count: -1).isEmpty)
  }
}
