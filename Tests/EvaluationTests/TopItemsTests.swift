import Testing

@testable import Evaluation

@Suite struct TopItemsTests {
  @Test func `leaves out masked items, also where everything else is minus infinity`() {
    let scores: [Float] = [-.infinity, 5, -.infinity, 4, -.infinity]
    #expect(topItems(scores: scores, masked: [1, 3], count: 9).map(\.item) == [0, 2, 4])
  }

  @Test func `leaves out items without a score`() {
    #expect(topItems(scores: [.nan, 1, .nan, 2], count: 4).map(\.item) == [3, 1])
  }

  @Test func `nothing to choose from`() {
    #expect(topItems(scores: [], count: 3).isEmpty)
    #expect(topItems(scores: [1, 2], masked: [0, 1], count: 3).isEmpty)
    #expect(topItems(scores: [1, 2], count: -1).isEmpty)
  }
}
