import Testing

@testable import Recommenders

@Suite struct VectorGANTests {
  /// Schemes, losses, variants, penalties, depths, conditions and noise, one after another.
  @Test(arguments: 0..<24) func `learns what autograd learns`(_ number: Int) throws {
    let golden = try GoldenTraining("vector_gan")
    #expect(golden.cases.count == 24)
    try golden.check(number)
  }
}
