import Basics
import Testing

@testable import Datasets
@testable import Experiments

/// What of the test part is within reach of whoever knows the learned items alone.
@Suite struct ReachTests {
  private func pairs(_ pairs: [(Int32, Int32)]) -> Interactions {
    Interactions(users: 2, items: 5, pairs: pairs)
  }

  @Test func itemsOfTheValidationPartAreLearnedFromToo() {
    let split = Split(
      train: pairs([(0, 0), (1, 1)]), validation: pairs([(0, 2)]),
      test: pairs([(0, 1), (1, 2), (1, 3), (0, 4)]))
    let counts = SplitCounts(split)
    #expect(counts.testOfLearnedItems == 2)
    #expect([counts].reach(below: 1)?.hasPrefix("50% of the interactions tested") == true)
    #expect([counts].reach(below: 0.5) == nil)
  }

  /// Nothing is said, and nothing is written, where every tested item is known.
  @Test func whereAllIsWithinReachNothingIsSaid() {
    let whole = SplitCounts(
      Split(train: pairs([(0, 0), (1, 1)]), validation: pairs([]), test: pairs([(0, 1)])))
    #expect(whole.testOfLearnedItems == nil && [whole].reach(below: 1) == nil)
    #expect(whole.encoded()["testOfLearnedItems"] == nil)
    var part = whole
    (part.test, part.testOfLearnedItems) = (800, 797)
    #expect([whole, part].reach(below: 1)?.hasPrefix("99.62% to 100% of the") == true)
    #expect([whole, part].reach(below: 0.995) == nil)
    #expect([SplitCounts]().reach(below: 1) == nil && [SplitCounts()].reach(below: 1) == nil)
  }
}
