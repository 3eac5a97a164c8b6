import Basics
import Datasets
import Engine

/// The generator's side of IRGAN: one policy-gradient step a user.
///
/// Draws `n = 2 |positives|` items from `p_n = (1 − α) p + α · uniform(positives)` and descends
/// `−(1/n) Σ ln p(i) · R(i) · p(i)/p_n(i)`, `R = 2(σ(s_D(u,i)) − ½)`, rewards and ratios constant.
final class PolicyStep {
  private let learner: Learner
  private let program: Program
  private let generator: FactorModel
  private let discriminator: FactorModel
  private let interactions: Interactions
  private let userInput = IndexInput(capacity: 1)
  private let actionInput: IndexInput
  private let weightInput: Tensor
  private let policy: Buffer<Float>
  private let proposal: Buffer<Float>
  private var sampler: CategoricalSampler

  init(
    _ generator: FactorModel, _ discriminator: FactorModel, _ interactions: Interactions,
    _ learner: Learner
  ) {
    (self.generator, self.discriminator) = (generator, discriminator)
    (self.interactions, self.learner) = (interactions, learner)
    let most = (0..<interactions.users).map { interactions[$0].count }.max() ?? 0
    actionInput = IndexInput(capacity: max(1, 2 * most))
    weightInput = Tensor(rows: max(1, 2 * most), columns: 1)
    let logits = add(
      product(gather(generator.users, userInput), transposed: generator.items),
      bias: generator.biases)
    program = learner.program(
      minimizing: sampledLogLikelihood(logits, actionInput, weights: weightInput))
    policy = Buffer(interactions.items)
    proposal = Buffer(interactions.items)
    sampler = CategoricalSampler(classes: interactions.items)
  }

  /// One step for every user that has positives; the mean surrogate loss.
  func pass(mixture: Double, _ random: inout Random) -> Double {
    var (total, steps) = (0.0, 0)
    for user in 0..<interactions.users where !interactions[user].isEmpty {
      prepare(user, mixture: Float(mixture), &random)
      total += learner.descend(program)
      steps += 1
    }
    return steps == 0 ? 0 : total / Double(steps)
  }

  private func prepare(_ user: Int, mixture: Float, _ random: inout Random) {
    let positives = interactions[user]
    let items = interactions.items
    generator.scores(of: user..<user + 1, into: policy.pointer)
    Float.softmax(1, items, 1, policy.pointer, policy.pointer)
    Float.scale(items, 1 - mixture, policy.pointer, proposal.pointer)
    for item in positives { proposal.pointer[Int(item)] += mixture / Float(positives.count) }
    sampler.set(proposal.pointer)

    let factors = discriminator.users.columns
    let taste = discriminator.users.value + user * factors
    userInput.values[0] = Int32(user)
    userInput.count = 1
    actionInput.count = 2 * positives.count
    weightInput.rows = actionInput.count
    for action in 0..<actionInput.count {
      let item = sampler.draw(&random)
      actionInput.values[action] = Int32(item)
      weightInput.value[action] =
        discriminator.biases.value[item]
        + Float.dot(factors, taste, discriminator.items.value + item * factors)
    }
    Float.sigmoid(actionInput.count, weightInput.value, weightInput.value)
    for action in 0..<actionInput.count {
      let item = Int(actionInput.values[action])
      let reward = 2 * (weightInput.value[action] - 0.5)
      weightInput.value[action] = reward * policy.pointer[item] / proposal.pointer[item]
    }
  }
}
