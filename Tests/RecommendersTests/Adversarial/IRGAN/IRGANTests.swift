import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

@Suite struct IRGANTests {
  private func make(_ change: (inout IRGAN.Options) -> Void) throws -> IRGAN {
    var options = IRGAN.Options()
    options.pretraining.epochs = 2
    (options.discriminatorEpochs, options.generatorEpochs, options.redrawEvery) = (3, 2, 2)
    change(&options)
    return IRGAN(options, data: try Planted.data(), seed: 1)
  }

  private func moved(_ a: State, _ b: State) -> Set<Substring> {
    Set(
      differences(a, b).filter { $0.hasPrefix("parameters/") }.map { $0.split(separator: "/")[1] })
  }

  @Test func theDiscriminatorLearnsBeforeEachBlockOfGeneratorPasses() throws {
    let made = try make { _ in }
    for epoch in 0..<6 {
      let before = try made.state
      let losses = made.trainEpoch().map(\.name)
      #expect(losses == (epoch % 2 == 0 ? ["discriminator", "generator"] : ["generator"]))
      let expected: Set<Substring> =
        epoch % 2 == 0 ? ["discriminator", "generator"] : ["generator"]
      #expect(try moved(made.state, before) == expected)
    }
  }

  /// It happens when the model is made, and to the generator alone.
  @Test func pretrainingIsOverBeforeTheFirstEpoch() throws {
    let (with, without) = (try make { _ in }, try make { $0.pretraining.epochs = 0 })
    #expect(try moved(with.state, without.state) == ["generator"])
    #expect(try with.state.counters == without.state.counters)
  }

  @Test func negativesAreRedrawnAsOftenAsSaid() throws {
    func draws(_ change: (inout IRGAN.Options) -> Void) throws -> [UInt64]? {
      let made = try make(change)
      _ = made.trainEpoch()
      return try made.state.counters["random/negatives"]
    }
    let positives = try Planted.data().interactions.count
    var random = Random(seed: 1, stream: "negatives")
    for (every, redraws) in [(3, 1), (2, 2), (1, 3)] {
      random = Random(seed: 1, stream: "negatives")
      for _ in 0..<redraws * positives { _ = random.next() }
      #expect(try draws { $0.redrawEvery = every } == random.state)
    }
  }
}
