import Mining
import Testing

@Suite struct CorrelationTests {
  @Test func oneByHand() throws {
    // Σ(p − 2)(q − 4) = 3, Σ(p − 2)² = 2, Σ(q − 4)² = 6.
    let r = 3 / 12.0.squareRoot()
    let (p, q) = ([1.0, 2, 3], [3.0, 3, 6])
    #expect(abs(try #require(Correlation.sample.of(p, q)) - r) < 1e-15)
    #expect(abs(try #require(Correlation.population.of(p, q)) - r * 1.5) < 1e-15)
  }

  @Test func constantColumnsAreNotDefined() {
    #expect(Correlation.sample.of([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Correlation.sample.of([1, 2], [5, 5]) == nil)
    #expect(Correlation.sample.of([1], [2]) == nil)
    #expect(Correlation.sample.of([], []) == nil)
    #expect(Correlation.sample.matrix([[1, 2], [3, 3]])[1][1] == nil)
  }

  @Test func rIsAtMostOne() {
    let p = [0.1, 0.2, 0.3, 0.7]
    #expect(Correlation.sample.of(p, p) == 1)
    #expect(Correlation.sample.of(p, p.map { -3 * $0 }).map { $0 >= -1 } == true)
    #expect(Correlation.population.of(p, p) == 4.0 / 3)
  }

  @Test func theFirstOfAGroupStays() {
    let matrix: [[Double?]] = [
      [1, 0.95, 0.2, nil], [0.95, 1, -0.9, nil], [0.2, -0.9, 1, nil], [nil, nil, nil, nil],
    ]
    // The third goes with the second alone, which does not stay.
    #expect(Integration(matrix, threshold: 0.9).standIns == [nil, 0, nil, nil])
    #expect(Integration(matrix, threshold: 0.9).kept == [0, 2, 3])
    #expect(Integration(matrix, threshold: 0.96).kept == [0, 1, 2, 3])
    // At the threshold is enough, and the sign is no matter.
    let negative: [[Double?]] = [[1, -0.9], [-0.9, 1]]
    #expect(Integration(negative, threshold: 0.9).standIns == [nil, 0])
    // Of several the one that it goes with best.
    let several: [[Double?]] = [[1, 0.1, 0.91], [0.1, 1, -0.95], [0.91, -0.95, 1]]
    #expect(Integration(several, threshold: 0.9).standIns == [nil, nil, 1])
  }
}
