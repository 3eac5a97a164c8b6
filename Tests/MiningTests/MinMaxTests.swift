import Mining
import Testing

@Suite struct MinMaxTests {
  @Test func otherRowsMayLeaveTheUnitInterval() {
    let scale = MinMax([2, 6, 4])
    #expect([2, 4, 6, 8, 0].map { scale($0) } == [0, 0.5, 1, 1.5, -0.5])
  }

  @Test func aConstantColumnBecomesZero() {
    let scale = MinMax([3, 3])
    #expect(scale.isConstant)
    #expect([3, 4].map { scale($0) } == [0, 1])
    #expect(MinMax([]).isConstant)
  }
}
