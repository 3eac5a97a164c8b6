import Schema
import Testing

@testable import Evaluation

@Suite struct TopSelectionTests {
  @Test(arguments: [0, 1, 2, 5, 24, 25, 40])
  func `keeps what a full sort puts first, ties by ascending id`(capacity: Int) {
    var random = Random(seed: 7, stream: "top")
    for levels in [1, 2, 5, 1000] {
      let scores = (0..<25).map { _ in Float(random.below(levels)) - Float(levels / 2) }
      let sorted = (0..<25).sorted(by: precedes(scores))
      let top = topItems(scores: scores, count: capacity)
      #expect(top.map(\.item) == Array(sorted.prefix(capacity)))
      #expect(top.map(\.score) == sorted.prefix(capacity).map { scores[$0] })
    }
  }

  @Test func `orders infinities, and zeros of either sign as equal`() {
    let scores: [Float] = [-.infinity, 0, -0.0, .infinity, -1e-30, 1e-30, 0, .infinity]
    #expect(topItems(scores: scores, count: 8).map(\.item) == [3, 7, 5, 1, 2, 6, 4, 0])
  }
}
