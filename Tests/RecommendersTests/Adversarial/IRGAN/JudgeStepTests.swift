import Basics
import Datasets
import Engine
import Foundation
import Testing

@testable import Recommenders

/// The discriminator's side against its equations, in double precision, on the same draws.
@Suite struct JudgeStepTests {
  private static let interactions = Interactions(
    users: 4, items: 7, pairs: [(0, 0), (0, 3), (0, 6), (1, 2), (3, 1), (3, 5), (3, 4)])
  private let options: IRGAN.Options
  private let generator: FactorModel
  private let discriminator: FactorModel
  private let step: JudgeStep

  init() {
    var options = IRGAN.Options()
    options.factors = 3
    options.discriminatorBatch = 4
    options.discriminatorLearningRate = 0.3
    options.discriminatorL2 = 0.2
    self.options = options
    func model(_ player: String, _ seed: UInt64) -> FactorModel {
      let model = FactorModel(
        player: player, users: 4, items: 7, factors: 3, start: .zeros, seed: 1)
      scatter(model, seed: seed)
      return model
    }
    generator = model("generator", 1)
    discriminator = model("discriminator", 2)
    step = JudgeStep(discriminator, Self.interactions, options)
  }

  /// As many draws a user as positives, from softmax(s / t), by inverting the running sum.
  private func negatives(_ temperature: Double, _ random: inout Random) -> [(Int, Int)] {
    let exact = DoubleFactors(generator)
    var drawn: [(Int, Int)] = []
    for user in 0..<4 {
      let weights = (0..<7).map { exp(exact.score(user, $0) / temperature) }
      for _ in Self.interactions[user] {
        var rest = random.uniformDouble() * weights.reduce(0, +)
        let item = weights.indices.first { item in
          rest -= weights[item]
          return rest < 0
        }
        drawn.append((user, item ?? 6))
      }
    }
    return drawn
  }

  /// One pass over positives and negatives: summed cross-entropy and (λ/2)‖·‖² on the rows of each
  /// example, one SGD step a batch from the values before it.
  private func pass(
    _ model: inout DoubleFactors, _ negatives: [(Int, Int)], _ random: inout Random
  ) -> Double {
    let positives = Self.interactions.pairs.map { (Int($0.0), Int($0.1)) }
    var order = Array(0..<positives.count + negatives.count)
    random.shuffle(&order)
    let (rate, l2) = (options.discriminatorLearningRate, options.discriminatorL2)
    var loss = 0.0
    for start in stride(from: 0, to: order.count, by: options.discriminatorBatch) {
      let before = model
      for example in order[start..<min(start + options.discriminatorBatch, order.count)] {
        let isReal = example < positives.count
        let (u, i) = (isReal ? positives : negatives)[isReal ? example : example - positives.count]
        let (p, q) = (before.users[u], before.items[i])
        let probability = 1 / (1 + exp(-before.score(u, i)))
        loss -= isReal ? log(probability) : log(1 - probability)
        loss += l2 / 2 * (p + q + [before.biases[i]]).reduce(0) { $0 + $1 * $1 }
        let slope = probability - (isReal ? 1 : 0)
        for k in p.indices {
          model.users[u][k] -= rate * (slope * q[k] + l2 * p[k])
          model.items[i][k] -= rate * (slope * p[k] + l2 * q[k])
        }
        model.biases[i] -= rate * (slope + l2 * before.biases[i])
      }
    }
    return loss / Double(order.count)
  }

  @Test(arguments: [1.0, 0.2]) func followsTheEquations(_ temperature: Double) {
    var draws = Random(seed: 8, stream: "negatives")
    var (sameDraws, batches) = (draws, Random(seed: 8, stream: "batches"))
    var sameBatches = batches
    var exact = DoubleFactors(discriminator)
    for _ in 0..<3 {
      step.draw(from: generator, temperature: temperature, &draws)
      let drawn = negatives(temperature, &sameDraws)
      for _ in 0..<2 {
        let loss = step.pass(&batches)
        let expected = pass(&exact, drawn, &sameBatches)
        #expect(abs(loss - expected) < 1e-5)
      }
    }
    #expect(draws == sameDraws && batches == sameBatches)
    #expect(exact.distance(to: discriminator) < 1e-5)
  }

  /// A cold temperature draws what the generator ranks first, a hot one anything.
  @Test func temperatureDecidesHowSharplyNegativesFollowTheGenerator() {
    let exact = DoubleFactors(generator)
    let best = (0..<7).max { exact.score(0, $0) < exact.score(0, $1) }
    var random = Random(seed: 8, stream: "negatives")
    var shares: [Double] = []
    for temperature in [0.01, 0.2, 1000] {
      let drawn = (0..<400).flatMap { _ in negatives(temperature, &random) }.filter { $0.0 == 0 }
      shares.append(Double(drawn.count { $0.1 == best }) / Double(drawn.count))
    }
    #expect(shares[0] > 0.99 && shares[1] < shares[0] && shares[2] < 0.2)
  }

  @Test func noPositivesNoSteps() {
    let empty = JudgeStep(discriminator, Interactions(users: 4, items: 7), options)
    let before = discriminator.store.state
    var random = Random(seed: 1, stream: "negatives")
    empty.draw(from: generator, temperature: 1, &random)
    #expect(empty.pass(&random) == 0)
    #expect(discriminator.store.state == before)
  }
}
