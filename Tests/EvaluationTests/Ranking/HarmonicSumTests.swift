import Testing

@testable import Evaluation

@Suite struct HarmonicSumTests {
  @Test(arguments: [
    (1, 0), (1, 1), (3, 5), (1, 64), (1, 65), (2, 400), (15, 66), (16, 65), (900, 1000),
  ])
  func isTheSum(_ n: Int, _ count: Int) {
    let sum = (n..<n + count).reversed().reduce(0.0) { $0 + 1 / Double($1) }
    #expect(abs(harmonicSum(n, count: count) - sum) < 1e-14 * max(1, sum))
  }

  /// H(10⁶) from Python's `fractions`, summed exactly and rounded once.
  @Test func isRightFarOut() {
    #expect(abs(harmonicSum(1, count: 1_000_000) - 14.392726722865724) < 1e-13)
  }
}
