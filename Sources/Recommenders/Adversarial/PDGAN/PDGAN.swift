import Basics
import Datasets
import Engine

/// PD-GAN (Wu, Liu, Miao, Zhao, Guan & Tang, IJCAI 2019): an adversarial network over sets of items
/// that are to suit the user and to differ from each other.
///
/// The generator is a determinantal point process: a kernel of diversity, learned from the items'
/// categories before epoch 1 and fixed from then on (`DiversityKernel`), and a factor model of
/// relevance, which together make each user's kernel (`PersonalKernel`). The discriminator is a
/// factor model that tells sets of the user's own items from generated ones (`SetJudge`). An epoch
/// is `discriminatorSteps` passes of it, each over a new real and a new generated set of every
/// user, and one policy-gradient pass of the generator (`SetPolicyStep`). The generator starts
/// pretrained by dynamic negative sampling.
///
/// A list is the greedy MAP set of the user's kernel, in the order taken (Chen, Zhang & Zhou,
/// NeurIPS 2018), among items not seen in training: the first `listLength` score `listLength + 1`,
/// `listLength`, … down to 2, and all others Q < 1, their relevance. Metrics must not look beyond
/// `listLength`, or they see the order by relevance there.
///
/// Departures: item biases in both factor models, as IRGAN's code has; real sets are drawn
/// uniformly from the user's items (all of them where there are fewer than `setSize`); the policy
/// draws items one by one, where an exact draw from the process would need all its eigenvalues for
/// every user.
package final class PDGAN: Recommender, EpochLearner {
  package struct Options: Settings {
    package var category = "genre"
    package var kernelWidth = 32
    package var kernelRidge = 0.01
    package var kernelSteps = 2000
    package var kernelBatch = 32
    package var kernelLearningRate = 0.01
    package var setSize = 5
    package var relevance = 0.9
    package var listLength = 20
    package var factors = 16
    package var samples = 4
    package var generatorLearningRate = 0.01
    package var discriminatorLearningRate = 0.001
    package var discriminatorL2 = 0.0
    package var discriminatorBatch = 64
    package var discriminatorSteps = 1
    package var pretraining = PretrainingOptions()

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .text("category", \.category, "the item feature whose values are the categories"),
        .integer("kernelWidth", \.kernelWidth, 1...4096, "length of the kernel's item vectors"),
        .number(
          "kernelRidge", \.kernelRidge, 1e-6...10, "ε, added to the diagonal of the kernel AAᵀ"),
        .integer(
          "kernelSteps", \.kernelSteps, 0...10_000_000, "Adam steps that learn the kernel"),
        .integer(
          "kernelBatch", \.kernelBatch, 1...65536, "sets of either kind in a step of the kernel"),
        .number("kernelLearningRate", \.kernelLearningRate, 0...10, "Adam's step of the kernel"),
        .integer(
          "setSize", \.setSize, 2...1000,
          "k, items of a set that the kernel learns from, the generator draws or the discriminator judges"
        ),
        .number(
          "relevance", \.relevance, 0...0.98,
          "α, weight of relevance against diversity; beyond .98 single precision ends"),
        .integer(
          "listLength", \.listLength, 1...10_000,
          "items ranked by the greedy search; at least the largest cutoff of the metrics"),
        .integer("factors", \.factors, 1...4096, "length of user and item vectors"),
        .integer("samples", \.samples, 1...1000, "sets drawn for a user in a generator step"),
        .number(
          "generatorLearningRate", \.generatorLearningRate, 0...10, "SGD step of the generator"),
        .number(
          "discriminatorLearningRate", \.discriminatorLearningRate, 0...10,
          "Adam's step of the discriminator"),
        .number(
          "discriminatorL2", \.discriminatorL2, 0...10,
          "λ of (λ/2)‖Θ‖², all discriminator parameters"),
        .integer("discriminatorBatch", \.discriminatorBatch, 1...65536, "sets in a step"),
        .integer(
          "discriminatorSteps", \.discriminatorSteps, 0...1000,
          "discriminator passes over all users in an epoch, before the generator's"),
      ] + Field.embedded(PretrainingOptions.fields, at: \.pretraining)
  }

  package static let name = "pd-gan"
  package static let summary =
    "determinantal sets of relevant and diverse items against a discriminator of sets"
  package static let source = "Wu et al., IJCAI 2019; greedy MAP by Chen et al., NeurIPS 2018"

  private let options: Options
  private let interactions: Interactions
  private let setSize: Int
  private let diversity: DiversityKernel
  private let generator: FactorModel
  private let discriminator: FactorModel
  private let generatorLearner: Learner
  private let kernel: PersonalKernel
  private let judge: SetJudge
  private let policyStep: SetPolicyStep
  private var sets: Random
  private var batches: Random
  private var actions: Random

  /// Throws `Problem` when the data set lacks the category.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    self.options = options
    interactions = data.interactions
    let category = try data.itemFeature(options.category, for: Self.name)
    let items = interactions.items
    setSize = min(options.setSize, items)
    diversity = DiversityKernel(
      items: items, width: options.kernelWidth, ridge: options.kernelRidge, seed: seed)
    var kernelSets = Random(seed: seed, stream: "kernel")
    diversity.learn(
      category, setSize: options.setSize, batch: options.kernelBatch, steps: options.kernelSteps,
      learningRate: options.kernelLearningRate, &kernelSets)
    func player(_ name: String) -> FactorModel {
      FactorModel(
        player: name, users: data.interactions.users, items: items, factors: options.factors,
        start: .uniform(0.05), seed: seed)
    }
    generator = player("generator")
    discriminator = player("discriminator")
    options.pretraining.train(generator, interactions, seed: seed)
    generatorLearner = Learner(generator.store, rule: .sgd(options.generatorLearningRate))
    kernel = PersonalKernel(
      generator, diversity, relevance: options.relevance,
      most: max(setSize, min(options.listLength, items)))
    judge = SetJudge(
      discriminator, learningRate: options.discriminatorLearningRate,
      l2: options.discriminatorL2, batch: options.discriminatorBatch)
    policyStep = SetPolicyStep(
      generator, kernel, judge, interactions, setSize: setSize, samples: options.samples,
      learner: generatorLearner)
    sets = Random(seed: seed, stream: "sets")
    batches = Random(seed: seed, stream: "batches")
    actions = Random(seed: seed, stream: "actions")
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.itemFeature(options.category, for: name)
  }

  package func trainEpoch() -> [Loss] {
    var losses: [Loss] = []
    if options.discriminatorSteps > 0 {
      let total = (0..<options.discriminatorSteps).reduce(0.0) { total, _ in
        total + judge.pass(drawExamples(), &batches)
      }
      losses.append(Loss("discriminator", total / Double(options.discriminatorSteps)))
    }
    losses.append(Loss("negative reward", -policyStep.pass(&actions)))
    return losses
  }

  /// A real and a generated set of every user that has positives.
  private func drawExamples() -> SetExamples {
    var examples = SetExamples()
    for user in 0..<interactions.users where !interactions[user].isEmpty {
      var own = Array(interactions[user])
      let count = min(setSize, own.count)
      for place in 0..<count { own.swapAt(place, place + sets.below(own.count - place)) }
      examples.append(user: user, Array(own[..<count]), isReal: true)
      kernel.show(user)
      let made = (0..<setSize).map { _ in Int32(kernel.takeAny(&sets)) }
      examples.append(user: user, made, isReal: false)
    }
    return examples
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    let length = min(options.listLength, interactions.items)
    for (row, user) in users.enumerated() {
      let own = scores[row]
      kernel.show(user)
      own.write(kernel.qualities.array)
      for item in interactions[user] { kernel.exclude(Int(item)) }
      for place in 0..<length {
        guard let item = kernel.takeBest() else { break }
        own[item] = Float(1 + options.listLength - place)
      }
    }
  }

  package var state: State {
    get throws(StateError) {
      try State(
        joining: diversity.store.state, generatorLearner.state, judge.learner.state,
        sets.saved(as: "sets"), batches.saved(as: "batches"), actions.saved(as: "actions"))
    }
  }

  package func restore(_ state: State) throws {
    try diversity.store.restore(state)
    try generatorLearner.restore(state)
    try judge.learner.restore(state)
    sets = try Random(state, stream: "sets")
    batches = try Random(state, stream: "batches")
    actions = try Random(state, stream: "actions")
  }

  package var parameterCount: Int {
    [diversity.store, generator.store, discriminator.store].reduce(0) { $0 + $1.count }
  }
}

extension PDGAN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let (users, items, factors) = (sizes.users, sizes.items, Double(options.factors))
    let (width, size) = (Double(options.kernelWidth), min(Double(options.setSize), sizes.items))
    let (samples, length) = (Double(options.samples), min(Double(options.listLength), items))
    var estimate = Estimate()
    estimate.add(parameters: items * width, .none)
    estimate.add(playerOf: factors, sizes, .sgd)
    estimate.add(playerOf: factors, sizes, .adam)
    // The choices' gains, a row of all items each, and the rows of the selection.
    let choices = samples * size
    estimate.add(activations: items * (choices + max(size, length) + 12))
    estimate.held += 4 * Double(options.discriminatorBatch) * factors * 4
    options.pretraining.add(to: &estimate, factors: factors, sizes)
    let pairs = Double(options.kernelBatch) * size
    estimate.whileMade = max(
      estimate.whileMade, 8 * items * width + 4 * pairs * (4 * width + 2 * size))
    estimate.making +=
      Double(options.kernelSteps)
      * (.adam(items * width) + .pass(items * width, 4)
        + Work(steps: pairs * (100 + 4 * width + 2 * size * (width + size)) + 20 * items))
    func taken(_ count: Double) -> Work {
      Work(steps: items * count * (3 + 0.25 * width + 0.2 * count))
    }
    let shown = Work(steps: items * (4 + 0.3 * width)) + .product(1, factors, items)
    let parameters = (users + items) * factors + items
    let judged =
      users * (shown + taken(size) + Work(steps: 200 * size + 8 * size * factors))
      + (2 * users / Double(options.discriminatorBatch)).rounded(.up)
      * (.adam(parameters) + .pass(parameters, 1))
    estimate.epoch =
      Double(options.discriminatorSteps) * judged
      + users
      * (shown + samples * taken(size)
        + Work(steps: items * (choices * 0.8 + 2 * factors + 4) + 8000))
    estimate.one = shown + taken(length)
    return estimate
  }
}
