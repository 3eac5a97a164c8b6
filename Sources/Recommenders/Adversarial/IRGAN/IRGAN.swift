import Basics
import Datasets
import Engine
import Foundation

/// IRGAN for item recommendation (Wang et al., SIGIR 2017, section 3.2, and its released code).
///
/// Both players are factor models, `s(u,i) = b_i + v_u · v_i`. The generator's `p(i|u)` is the
/// softmax of its scores. The discriminator learns, by sigmoid cross-entropy, positives from items
/// drawn from `softmax(s/temperature)`. The generator climbs, user by user, the policy gradient of
/// the reward `R = 2(σ(f) − ½)` with importance sampling from
/// `p_n = (1 − α) p + α · uniform over the user's positives`.
///
/// An epoch is one generator pass over all users; before every `generatorEpochs` of them the
/// discriminator makes `discriminatorEpochs` passes over positives and as many negatives, redrawn
/// every `redrawEvery`. The generator starts pretrained by dynamic negative sampling (Zhang et al.
/// 2013) under the pairwise loss, which happens when the model is made: its state at epoch 0 is the
/// pretrained one. Departure: pretraining uses Adam, as no code of it was released.
package final class IRGAN: Recommender, EpochLearner {
  package struct Options: Settings {
    package var factors = 5
    package var temperature = 0.2
    package var positiveMixture = 0.2
    package var generatorLearningRate = 0.001
    package var discriminatorLearningRate = 0.001
    package var discriminatorL2 = 0.1
    package var discriminatorBatch = 16
    package var discriminatorEpochs = 100
    package var generatorEpochs = 50
    package var redrawEvery = 5
    package var pretraining = PretrainingOptions()

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .integer("factors", \.factors, 1...4096, "length of user and item vectors"),
        .number(
          "temperature", \.temperature, 0.001...1000,
          "t, divides the generator's scores when it draws the discriminator's negatives"),
        .number(
          "positiveMixture", \.positiveMixture, 0...1,
          "α, share of the user's positives in what the generator samples"),
        .number(
          "generatorLearningRate", \.generatorLearningRate, 0...10, "SGD step of the generator"),
        .number(
          "discriminatorLearningRate", \.discriminatorLearningRate, 0...10,
          "SGD step of the discriminator, on summed losses"),
        .number(
          "discriminatorL2", \.discriminatorL2, 0...10,
          "λ of (λ/2)‖·‖² on the rows of a batch; the code adds 0.1/16 to each of 16 losses"),
        .integer("discriminatorBatch", \.discriminatorBatch, 1...65536, "examples in a step"),
        .integer(
          "discriminatorEpochs", \.discriminatorEpochs, 0...100_000,
          "discriminator passes before each block of generator passes"),
        .integer(
          "generatorEpochs", \.generatorEpochs, 1...100_000, "generator passes in a block"),
        .integer(
          "redrawEvery", \.redrawEvery, 1...100_000, "discriminator passes that share negatives"),
      ] + Field.embedded(PretrainingOptions.fields, at: \.pretraining)
  }

  package static let name = "irgan"
  package static let summary =
    "two factor models, policy-gradient generator against a discriminator"
  package static let source = "Wang et al., SIGIR 2017, and its released code"

  private let options: Options
  private let interactions: Interactions
  private let generator: FactorModel
  private let discriminator: FactorModel
  private let generatorLearner: Learner
  private let judgeStep: JudgeStep
  private let policyStep: PolicyStep
  private var negatives: Random
  private var batches: Random
  private var actions: Random
  private var epoch: UInt64 = 0

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    self.options = options
    interactions = data.interactions
    func player(_ name: String) -> FactorModel {
      FactorModel(
        player: name, users: data.interactions.users, items: data.interactions.items,
        factors: options.factors, start: .uniform(0.05), seed: seed)
    }
    generator = player("generator")
    discriminator = player("discriminator")
    generatorLearner = Learner(generator.store, rule: .sgd(options.generatorLearningRate))
    judgeStep = JudgeStep(discriminator, data.interactions, options)
    policyStep = PolicyStep(generator, discriminator, data.interactions, generatorLearner)
    negatives = Random(seed: seed, stream: "negatives")
    batches = Random(seed: seed, stream: "batches")
    actions = Random(seed: seed, stream: "actions")
    options.pretraining.train(generator, data.interactions, seed: seed)
  }

  package func trainEpoch() -> [Loss] {
    var losses: [Loss] = []
    if epoch % UInt64(options.generatorEpochs) == 0 {
      var total = 0.0
      for pass in 0..<options.discriminatorEpochs {
        if pass % options.redrawEvery == 0 {
          judgeStep.draw(from: generator, temperature: options.temperature, &negatives)
        }
        total += judgeStep.pass(&batches)
      }
      losses.append(Loss("discriminator", total / Double(max(1, options.discriminatorEpochs))))
    }
    if epoch < .max { epoch += 1 }
    losses.append(Loss("generator", policyStep.pass(mixture: options.positiveMixture, &actions)))
    return losses
  }

  /// One pass of the discriminator over positives and newly drawn negatives; what benchmarks time.
  package func trainDiscriminatorEpoch(redraw: Bool) -> Double {
    if redraw { judgeStep.draw(from: generator, temperature: options.temperature, &negatives) }
    return judgeStep.pass(&batches)
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    generator.scores(of: users, into: scores.pointer)
  }

  package var state: State {
    get throws(StateError) {
      try State(
        joining: generatorLearner.state, judgeStep.learner.state,
        negatives.saved(as: "negatives"), batches.saved(as: "batches"),
        actions.saved(as: "actions"),
        State(counters: ["progress/generatorEpochs": [epoch]]))
    }
  }

  package func restore(_ state: State) throws {
    try generatorLearner.restore(state)
    try judgeStep.learner.restore(state)
    negatives = try Random(state, stream: "negatives")
    batches = try Random(state, stream: "batches")
    actions = try Random(state, stream: "actions")
    epoch = try state.counter(named: "progress/generatorEpochs")
  }

  package var parameterCount: Int { generator.store.count + discriminator.store.count }
}

extension IRGAN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let (users, items, factors) = (sizes.users, sizes.items, Double(options.factors))
    var estimate = Estimate()
    for _ in 0..<2 { estimate.add(playerOf: factors, sizes, .sgd) }
    estimate.held += 40 * sizes.interactions + 50 * items
    options.pretraining.add(to: &estimate, factors: factors, sizes)
    let drawn = Work(steps: items * (3 + 0.3 * factors)) + .product(1, factors, items)
    let redraws = Double((options.discriminatorEpochs - 1) / options.redrawEvery + 1)
    let judged = Work(
      steps: 2 * sizes.interactions
        * (70 + 10 * factors + 3000 / Double(options.discriminatorBatch)))
    let judging =
      Double(options.discriminatorEpochs) * judged
      + redraws * (users * drawn + Work(steps: sizes.interactions * 120))
    estimate.epoch =
      1 / Double(options.generatorEpochs) * judging
      + users * (drawn + Work(steps: items * (4 + 1.5 * factors) + 5000))
      + Work(steps: sizes.interactions * 2 * (120 + factors))
    estimate.one = .scores(factors, sizes)
    return estimate
  }
}
