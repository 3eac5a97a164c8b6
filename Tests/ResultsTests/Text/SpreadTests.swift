import Testing

@testable import Results

@Suite struct SpreadTests {
  @Test func meanAndSampleStandardDeviation() throws {
    let spread = try #require(Spread([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(spread.mean == 5 && spread.count == 8)
    #expect(abs((spread.sd ?? 0) - (32.0 / 7).squareRoot()) < 1e-15)
  }

  @Test func oneValueHasNoSpreadNoneHasNothing() {
    #expect(Spread([0.5])?.sd == nil)
    #expect(Spread([0.5])?.mean == 0.5)
    #expect(Spread([]) == nil)
    #expect(Spread([0.1, 0.1, 0.1])?.sd ?? 1 < 1e-16)
  }
}
