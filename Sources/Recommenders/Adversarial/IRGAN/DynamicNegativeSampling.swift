import Basics
import Datasets
import Engine

/// How a generator is pretrained before the first epoch; see `DynamicNegativeSampling`.
package struct PretrainingOptions: Settings, Equatable {
  package var epochs = 30
  package var candidates = 5
  package var learningRate = 0.01
  package var l2 = 0.001
  package var batch = 512

  package init() {}

  package static let fields: [Field<PretrainingOptions>] = [
    .integer(
      "pretrainingEpochs", \.epochs, 0...100_000,
      "passes of dynamic negative sampling before epoch 1"),
    .integer(
      "pretrainingCandidates", \.candidates, 1...1000,
      "K, uniform candidates of which the best-scored is the negative"),
    .number("pretrainingLearningRate", \.learningRate, 0...10, "Adam's step in pretraining"),
    .number("pretrainingL2", \.l2, 0...10, "weight of the triple's squared norms"),
    .integer("pretrainingBatch", \.batch, 1...65536, "triples in a step"),
  ]

  /// Trains `model`, drawing from the seed's stream "pretraining".
  func train(_ model: FactorModel, _ interactions: Interactions, seed: UInt64) {
    var random = Random(seed: seed, stream: "pretraining")
    DynamicNegativeSampling(
      candidates: candidates, learningRate: learningRate, l2: l2, batch: batch
    ).train(model, interactions, epochs: epochs, &random)
  }
}

/// Pretraining by dynamic negative sampling (Zhang, Chen, Wang & Yu, SIGIR 2013): pairwise learning
/// where the negative is the best-scored of K uniform candidates.
///
/// `L = mean_batch [−ln σ(s(u,i) − s(u,j)) + λ(‖v_u‖² + ‖v_i‖² + ‖v_j‖²)]`, Adam. A candidate that
/// is a positive of the user never wins against one that is not.
struct DynamicNegativeSampling {
  let candidates: Int
  let learningRate: Double
  let l2: Double
  let batch: Int

  func train(
    _ model: FactorModel, _ interactions: Interactions, epochs: Int, _ random: inout Random
  ) {
    let count = interactions.count
    guard epochs > 0, count > 0 else { return }
    let capacity = min(batch, count)
    let users = IndexInput(capacity: capacity)
    let preferred = IndexInput(capacity: capacity)
    let others = IndexInput(capacity: capacity)
    let user = gather(model.users, users)
    let (item, other) = (gather(model.items, preferred), gather(model.items, others))
    let margin = sum(
      [
        rowDot(user, item), gather(model.biases, preferred), rowDot(user, other),
        gather(model.biases, others),
      ], factors: [1, 1, -1, -1])
    let norms = [user, item, other].map { squaredNorm($0, meanOverRows: true) }
    let learner = Learner(model.store, rule: .adam(learningRate))
    let program = learner.program(
      minimizing: sum([logisticLoss(margin, label: 1)] + norms, factors: [1, l2, l2, l2]))

    let pairUsers = interactions.pairs.map(\.0)
    let seen = Membership(interactions)
    var order = Array(0..<count)
    for _ in 0..<epochs {
      random.shuffle(&order)
      var start = 0
      while start < count {
        let size = min(capacity, count - start)
        for place in 0..<size {
          let pair = order[start + place]
          users.values[place] = pairUsers[pair]
          preferred.values[place] = interactions.columns[pair]
          others.values[place] = hardest(
            for: pairUsers[pair], model, seen, items: interactions.items, &random)
        }
        (users.count, preferred.count, others.count) = (size, size, size)
        learner.descend(program)
        start += size
      }
    }
  }

  private func hardest(
    for user: Int32, _ model: FactorModel, _ seen: Membership, items: Int, _ random: inout Random
  ) -> Int32 {
    var (best, bestScore) = (Int32(0), -Float.infinity)
    for _ in 0..<candidates {
      let item = Int32(random.below(items))
      let factors = model.users.columns
      let score =
        seen.contains(user, item)
        ? -1e9
        : model.biases.value[Int(item)]
          + Float.dot(
            factors, model.users.value + Int(user) * factors,
            model.items.value + Int(item) * factors)
      if score > bestScore { (best, bestScore) = (item, score) }
    }
    return best
  }
}

extension PretrainingOptions {
  /// Adds what pretraining takes: it holds moments, gradients and a membership of its own.
  func add(to estimate: inout Estimate, factors: Double, _ sizes: RankingSizes) {
    guard epochs > 0 else { return }
    let parameters = (sizes.users + sizes.items) * factors + sizes.items
    let batch = min(Double(self.batch), max(1, sizes.interactions))
    estimate.whileMade = max(
      estimate.whileMade,
      8 * parameters + sizes.users * sizes.items / 8 + 12 * sizes.interactions
        + 4 * batch * (8 * factors + 20))
    let triple = Work(steps: 60 + 12 * factors + Double(candidates) * (40 + factors))
    let pass =
      sizes.interactions * triple
      + (sizes.interactions / batch).rounded(.up) * (.adam(parameters) + .pass(parameters, 1))
    estimate.making += Double(epochs) * pass
  }
}
