import Basics
import Datasets
import Engine

/// Neural collaborative filtering (He, Liao, Zhang, Nie, Hu & Chua, WWW 2017): the probability of
/// an interaction is `σ(Σ_towers + b)`, learned by the mean cross-entropy of `LabelledPairs`.
package final class NCFModel {
  let gmf: GMFTower?
  let mlp: MLPTower?
  let bias: Parameter
  private let learner: Learner
  private let program: Program
  private let userInput: IndexInput
  private let itemInput: IndexInput
  private let labelInput: Tensor
  private let scorer: MLPTower.Scorer?
  private let scratch: Buffer<Float>
  private let items: Int
  private var examples: LabelledPairs
  private var random: Random
  private var isFresh = false

  /// A model of the towers for which there are sizes.
  init(
    _ interactions: Interactions, factors: Int?, layers: [Int]?, options: NCFOptions,
    rule: OptimizerRule? = nil, seed: UInt64
  ) {
    let store = ParameterStore(player: "model", seed: seed)
    items = interactions.items
    gmf = factors.map { [items] factors in
      GMFTower(users: interactions.users, items: items, factors: factors, in: store)
    }
    mlp = layers.map { [items] layers in
      MLPTower(users: interactions.users, items: items, layers: layers, in: store)
    }
    bias = store.make("bias", rows: 1, columns: 1, .zeros)
    userInput = IndexInput(capacity: options.batch)
    itemInput = IndexInput(capacity: options.batch)
    labelInput = Tensor(rows: options.batch, columns: 1)
    let shares = [gmf?(userInput, itemInput), mlp?(userInput, itemInput)].compactMap { $0 }
    learner = Learner(store, rule: rule ?? .adam(options.learningRate, l2: options.l2))
    program = learner.program(
      minimizing: logisticLoss(add(sum(shares), bias: bias), labels: labelInput))
    scorer = mlp.map { MLPTower.Scorer($0) }
    scratch = Buffer(factors ?? 0)
    examples = LabelledPairs(interactions, negatives: options.negatives)
    random = Random(seed: seed, stream: "examples")
  }

  func trainEpoch() -> [Loss] {
    isFresh = false
    examples.draw(&random)
    let count = examples.order.count
    var total = 0.0
    for start in stride(from: 0, to: count, by: userInput.capacity) {
      let size = min(userInput.capacity, count - start)
      (userInput.count, itemInput.count, labelInput.rows) = (size, size, size)
      for place in 0..<size {
        let example = examples[start + place]
        userInput.values[place] = example.user
        itemInput.values[place] = example.item
        labelInput.value[place] = example.label
      }
      total += learner.descend(program) * Double(size)
    }
    return [Loss("log loss", total / Double(max(1, count)))]
  }

  /// Logits of every item for each of `users`, one user after another, so that they do not depend
  /// on who else is asked for.
  func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    refresh()
    for (row, user) in users.enumerated() {
      let own = scores[row]
      own.fill(bias.value[0])
      gmf?.add(user, to: own.pointer, scratch: scratch)
      scorer?.add(user, to: own.pointer)
    }
  }

  /// Logits of some items for a user.
  func scores(of user: Int, among items: [Int32], into scores: ScoreRow) {
    refresh()
    scores.fill(bias.value[0])
    gmf?.add(user, among: items, to: scores.pointer, scratch: scratch)
    scorer?.add(user, among: items, to: scores.pointer)
  }

  /// Has the scorer read the parameters as they are now.
  private func refresh() {
    if !isFresh { scorer?.begin() }
    isFresh = true
  }

  var state: State {
    get throws(StateError) { try State(joining: learner.state, random.saved(as: "examples")) }
  }

  func restore(_ state: State) throws {
    isFresh = false
    try learner.restore(state)
    random = try Random(state, stream: "examples")
  }

  var parameters: ParameterStore { learner.store }
}

/// What GMF, MLP and NeuMF share.
package struct NCFOptions: Settings, Equatable {
  package var negatives = 4
  package var batch = 256
  package var learningRate = 0.001
  package var l2 = 0.0

  package init() {}

  package static let fields: [Field<NCFOptions>] = [
    .integer(
      "negatives", \.negatives, 1...1000, "items without interaction for each one with, an epoch"),
    .integer("batch", \.batch, 1...1_000_000, "examples in a step, negatives included"),
    .number("learningRate", \.learningRate, 0...10, "Adam's step"),
    .number("l2", \.l2, 0...10, "λ of (λ/2)‖Θ‖², all parameters"),
  ]

  /// The sizes of a perceptron's layers, the vectors of user and item together first.
  static func layers<Root>(_ path: any Field<Root>.Path<[Int]>) -> Field<Root> {
    .integers(
      "layers", path, 1...65536, atLeast: 2,
      "sizes from both vectors together to the last hidden layer; the first is even")
  }

  /// Refuses vectors that cannot be of one length.
  static func check(layers: [Int], _ json: JSON) throws(Problem) {
    guard layers[0] % 2 == 0 else {
      throw (json["layers"] ?? json).problem(
        "the first size holds two vectors of one length and has to be even, not \(layers[0])")
    }
  }
}

extension NCFOptions {
  /// What a model of these towers takes; `layers` are empty and `factors` 0 where there is none.
  func estimate(factors: Double, layers: [Int], _ sizes: RankingSizes) -> Estimate {
    let sizesOfLayers = layers.map(Double.init)
    let half = (sizesOfLayers.first ?? 0) / 2
    let first = sizesOfLayers.dropFirst().first ?? 0
    let pairs = zip(sizesOfLayers.dropFirst(), sizesOfLayers.dropFirst(2))
    let weights = 2 * half * first + pairs.reduce(0) { $0 + $1.0 * $1.1 }
    let units = sizesOfLayers.dropFirst().reduce(0, +)
    let parameters = (sizes.users + sizes.items) * (factors + half) + weights + factors
    let examples = sizes.interactions * Double(1 + negatives)
    let batch = Double(self.batch)
    var estimate = Estimate()
    estimate.add(parameters: parameters, .adam)
    estimate.addMembership(sizes)
    estimate.add(activations: batch * (6 * factors + 4 * half + 4 * first + 2 * units))
    estimate.name(16 * examples, "\(whole(examples)) examples of an epoch")
    estimate.held += 12 * examples * 1.3 + (layers.isEmpty ? 0 : 4 * sizes.items * first)
    let steps = (examples / batch).rounded(.up)
    let drawn = Work(steps: 45 + 2.5 * factors + 6 * half)
    estimate.epoch =
      examples * drawn + steps * .adam(parameters)
      + examples / 256
      * (.layer(256, half, first)
        + pairs.reduce(Work()) { $0 + .layer(256, $1.0, $1.1) })
      + steps * Work(bytes: 4 * parameters * Work.share(12 * parameters))
    estimate.look = .product(sizes.items, half, first)
    estimate.one = Work(
      steps: sizes.items * (0.55 * factors + units),
      bytes: 4 * sizes.items * (factors + first) * Work.share(4 * sizes.items * (factors + first)))
    estimate.one.products += 2 * sizes.items * (weights - 2 * half * first)
    return estimate
  }
}
