import Testing

@testable import Evaluation

@Suite struct HitRateTests {
  @Test func oneHitIsAsGoodAsMany() throws {
    #expect(try worth("hit-rate@5", ranking(hits: [5, 6], of: 3)) == 1)
    #expect(try worth("hit-rate@5", ranking(hits: [1, 2, 3], of: 3)) == 1)
    #expect(try worth("hit-rate@5", ranking(hits: [6], of: 3)) == 0)
  }
}
