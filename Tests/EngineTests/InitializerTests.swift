import Basics
import Testing

@testable import Engine

@Suite struct InitializerTests {
  private let count = 100_000

  private func draw(_ law: Initializer, seed: UInt64 = 1) -> [Float] {
    let buffer = Buffer<Float>(count)
    var random = Random(seed: seed, stream: "initializer")
    law.fill(buffer.pointer, count: count, &random)
    return buffer.array
  }

  private func moments(_ values: [Float]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0) { $0 + Double($1) } / Double(values.count)
    let square = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (mean, (square / Double(values.count)).squareRoot())
  }

  @Test func constantsAreAllTheSame() {
    #expect(draw(.constant(0.25)).allSatisfy { $0 == 0.25 })
    #expect(draw(.zeros).allSatisfy { $0 == 0 })
  }

  /// Bounds, mean 0 and deviation limit/√3, each within five standard errors.
  @Test(arguments: [
    (Initializer.uniform(0.5), 0.5), (.glorotUniform(inputs: 3, outputs: 21), 0.5),
    (.glorotUniform(inputs: 20, outputs: 4), 0.5), (.uniform(2), 2),
  ]) func uniformLaws(_ law: Initializer, _ limit: Double) {
    let values = draw(law)
    let (mean, deviation) = moments(values)
    #expect(values.allSatisfy { Double(abs($0)) <= limit })
    #expect(values.contains { Double($0) > 0.999 * limit })
    #expect(values.contains { Double($0) < -0.999 * limit })
    #expect(abs(mean) < 5 * limit / 3.0.squareRoot() / Double(count).squareRoot())
    #expect(abs(deviation / (limit / 3.0.squareRoot()) - 1) < 0.01)
  }

  @Test func normalLaw() {
    let values = draw(.normal(deviation: 0.1))
    let (mean, deviation) = moments(values)
    #expect(abs(mean) < 5 * 0.1 / Double(count).squareRoot())
    #expect(abs(deviation / 0.1 - 1) < 0.02)
    let within = Double(values.filter { abs($0) < 0.1 }.count) / Double(count)
    #expect(abs(within - 0.6827) < 0.01)
  }

  @Test func theSeedDecides() {
    #expect(draw(.uniform(1), seed: 1) == draw(.uniform(1), seed: 1))
    #expect(draw(.uniform(1), seed: 1) != draw(.uniform(1), seed: 2))
  }
}
