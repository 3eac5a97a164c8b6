import Datasets
import Testing

@testable import Recommenders

@Suite struct ConditionTests {
  private let rows = Interactions(users: 3, items: 4, pairs: [(0, 0), (0, 3), (2, 1), (2, 3)])

  @Test func interactionsAreToldAsTheyAre() {
    let condition = Condition.interactions(rows)
    #expect(!condition.isAttribute && condition.values.columns == 4)
    #expect((0..<3).map { Array(condition.values[$0]) } == [[0, 3], [], [1, 3]])
  }

  @Test func anAttributeMarksTheValuesOfARowsItemsEachOnce() {
    let feature = Feature(
      name: "genre", vocabulary: ["a", "b", "c", "nobody's"], indices: [[2, 0], [1], [3], [0]])
    let condition = Condition.attribute(feature, of: rows)
    #expect(condition.isAttribute && condition.name == "genre")
    #expect(condition.values.rows == 3 && condition.values.columns == 4)
    #expect((0..<3).map { Array(condition.values[$0]) } == [[0, 2], [], [0, 1]])
  }
}
