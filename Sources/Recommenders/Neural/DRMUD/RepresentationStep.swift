import Basics
import Datasets
import Engine

/// The two programs of a representation-generating adversarial network, and the batch of training
/// pairs (u, i) that both read.
///
/// `L_D = −ln D(u, v_i) − w ln(1 − D(u, v_j)) − ln(1 − D(u, v^c_u))`, `v_j` an item unrelated to u
/// and `v^c_u = G(c_u)`; `L_G = −ln D(u, v^c_u)` or, saturating, `ln(1 − D(u, v^c_u))`; batch
/// means. With w = 0 the discriminator's is Yang's equation 15.
final class RepresentationStep {
  let capacity: Int
  let discriminate: Program
  let generate: Program
  /// What the generator is told of each pair's user.
  private let told: [SparseInput]
  /// What the discriminator is told of each pair's user.
  private let users: [SparseInput]
  private let real: SparseInput
  private let unrelated: SparseInput
  private let conditions: [Condition]
  private let userConditions: [Condition]
  private let items: SparseMatrix

  init(
    batch: Int, conditions: [Condition], userConditions: [Condition], items: SparseMatrix,
    unrelatedWeight: Double, loss: GeneratorLoss,
    generator: (network: GeneratorNetwork, learner: Learner),
    discriminator: (network: DiscriminatorNetwork, learner: Learner)
  ) {
    capacity = batch
    (self.conditions, self.userConditions, self.items) = (conditions, userConditions, items)
    func room(_ conditions: [Condition]) -> [SparseInput] {
      conditions.map { SparseInput(rows: batch, columns: $0.values.columns) }
    }
    (told, users) = (room(conditions), room(userConditions))
    real = SparseInput(rows: batch, columns: items.columns)
    unrelated = SparseInput(rows: batch, columns: items.columns)

    let made = generator.network(told)
    let judges = discriminator.network
    let share = judges.share(of: users)
    let verdict = judges.logits(made, share)
    var (losses, factors) = (
      [
        logisticLoss(judges.logits(real, share), label: 1), logisticLoss(verdict, label: 0),
      ], [1.0, 1.0]
    )
    if unrelatedWeight > 0 {
      losses.append(logisticLoss(judges.logits(unrelated, share), label: 0))
      factors.append(unrelatedWeight)
    }
    discriminate = discriminator.learner.program(minimizing: sum(losses, factors: factors))
    let saturating = loss == .saturating
    generate = generator.learner.program(
      minimizing: sum(
        [logisticLoss(verdict, label: saturating ? 0 : 1)], factors: [saturating ? -1 : 1]))
  }

  func begin() {
    for input in told + users { input.removeAll() }
    real.removeAll()
    unrelated.removeAll()
  }

  var isFull: Bool { real.rows == capacity }
  var isEmpty: Bool { real.rows == 0 }

  /// Adds a pair, and an item that is unrelated to its user where there is need of one.
  func append(user: Int, item: Int, unrelated other: Int?) {
    for (input, condition) in zip(told, conditions) { input.append(condition.values, user) }
    for (input, condition) in zip(users, userConditions) { input.append(condition.values, user) }
    real.append(items, item)
    if let other { unrelated.append(items, other) }
  }
}
