import Testing

@testable import Results

@Suite struct LinearProgramTests {
  private func least(_ points: [([Double], Double)], _ bounds: [Interval]) -> Double? {
    LinearProgram(
      points.map { LinearProgram.Point(coordinates: $0.0, cost: $0.1) }, bounds: bounds
    ).least()
  }

  @Test func withoutBoundsTheCheapestPointWins() {
    #expect(least([([], 3), ([], -2), ([], 5)], []) == -2)
  }

  @Test func aMeanBetweenPointsIsMixedFromTheCheapestOfThem() {
    let points = [([0.0], 0.0), ([1], 4), ([2], 1), ([4], 8)]
    #expect(least(points, [Interval(1, 1)]) == 0.5)
    #expect(least(points, [Interval(3, 3)]) == 4.5)
    #expect(least(points, [Interval(1, 3)]) == 0.5)
  }

  @Test func aMeanThatNoMixtureHas() {
    #expect(least([([0.0], 1), ([1], 2)], [Interval(1.5, 2)]) == nil)
    #expect(
      least([([0.0, 0], 1), ([1, 1], 2)], [Interval(0.5, 0.5), Interval(0.6, 0.6)]) == nil)
  }

  @Test func twoBoundsAndPointsThatRepeat() {
    let square = [([0.0, 0], 0.0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 5), ([1, 1], 3)]
    #expect(least(square, [Interval(0.5, 0.5), Interval(0.5, 0.5)]) == 1)
    #expect(least(square, [Interval(1, 1), Interval(1, 1)]) == 3)
  }
}
