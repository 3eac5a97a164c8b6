import Basics
import Testing

@testable import Recommenders

@Suite struct CategoricalSamplerTests {
  @Test func drawsInProportionToTheWeightsAndNeverAClassOfWeightZero() {
    let weights: [Float] = [0, 1, 3, 0, 0.5, 2.5, 0, 3, 0]
    var sampler = CategoricalSampler(classes: weights.count)
    sampler.set(weights)
    var random = Random(seed: 3, stream: "classes")
    var counts = [Int](repeating: 0, count: weights.count)
    let draws = 100_000
    for _ in 0..<draws { counts[sampler.draw(&random)] += 1 }
    var statistic = 0.0
    for (count, weight) in zip(counts, weights) {
      let expected = Double(draws) * Double(weight) / 10
      if weight == 0 {
        #expect(count == 0)
      } else {
        statistic += (Double(count) - expected) * (Double(count) - expected) / expected
      }
    }
    // χ² with 4 degrees of freedom exceeds 23.5 once in 10,000.
    #expect(statistic < 23.5)
  }

  @Test func newWeightsReplaceTheOldAndDoNotHaveToAddUpToOne() {
    var sampler = CategoricalSampler(classes: 3)
    var random = Random(seed: 3, stream: "classes")
    sampler.set([5, 0, 0])
    #expect((0..<50).allSatisfy { _ in sampler.draw(&random) == 0 })
    sampler.set([0, 0, 1e-30])
    #expect((0..<50).allSatisfy { _ in sampler.draw(&random) == 2 })
    sampler.set([0, 7e20, 0])
    #expect((0..<50).allSatisfy { _ in sampler.draw(&random) == 1 })
  }

  @Test func aSingleClassNeedsNoLuck() {
    var sampler = CategoricalSampler(classes: 1)
    var random = Random(seed: 3, stream: "classes")
    sampler.set([0.25])
    #expect(sampler.draw(&random) == 0)
  }
}
