import Datasets
import Testing

@Suite struct FeatureTests {
  @Test func vocabularyIsSortedUnlessGiven() {
    let rows = [["b", "a"], [], ["b"]]
    let sorted = Feature(name: "letter", values: rows)
    #expect(sorted.vocabulary == ["a", "b"])
    #expect((0..<3).map { Array(sorted.values[$0]) } == [[0, 1], [], [1]])
    let given = Feature(name: "letter", values: rows, vocabulary: ["b", "c", "a"])
    #expect((0..<3).map { Array(given.values[$0]) } == [[0, 2], [], [0]])
    #expect(given.values.items == 3)
  }
}
