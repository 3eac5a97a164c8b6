import Engine
import Testing

@testable import Recommenders

@Suite struct PopularityBackOffTests {
  /// Items with 3, 1, 0, 3, 1 and 2 interactions: four different numbers.
  private static let made = PopularityBackOff([0, 0, 0, 1, 3, 3, 3, 4, 5, 5], of: 6)

  private func scores(_ backOff: PopularityBackOff, _ values: [Double]) -> [Float] {
    var (values, scores) = (values, [Float](repeating: .nan, count: values.count))
    scores.withUnsafeMutableBufferPointer { room in
      values.withUnsafeMutableBufferPointer { values in
        if let row = ScoreRow(room) { backOff.write(values, into: row) }
      }
    }
    return scores
  }

  @Test func whatNothingSpeaksForIsInTheOrderOfPopularity() {
    #expect(scores(Self.made, [0, 0, 0, 0, 0, 0]) == [0.75, 0.25, 0, 0.75, 0.25, 0.5])
  }

  @Test func whatSomethingSpeaksForComesFirstAndOfEqualOnesTheMorePopular() {
    // Items 1 and 4 are equal in both, item 3 is more popular; item 2 has the most for it.
    #expect(
      scores(Self.made, [0, 0.1, 7, 0.1, 0.1, 0.01]) == [0.75, 2, 4, 3, 2, 1])
  }

  @Test func itSurvivesItsState() throws {
    var other = PopularityBackOff([2], of: 6)
    try other.restore(Self.made.state)
    #expect(scores(other, [0, 0, 1, 0, 0, 0]) == scores(Self.made, [0, 0, 1, 0, 0, 0]))
    #expect(throws: StateError.self) { try other.restore(State()) }
  }
}
