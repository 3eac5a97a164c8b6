import Basics
import Datasets
import Engine

/// The discriminator's side of IRGAN: positives against what the generator draws.
///
/// `L = Σ_batch CE(σ(s(u,i)), label) + (λ/2) Σ_batch (‖v_u‖² + ‖v_i‖² + b_i²)`, plain SGD, only the
/// rows of the batch move.
final class JudgeStep {
  let learner: Learner
  private let program: Program
  private let interactions: Interactions
  private let userInput: IndexInput
  private let itemInput: IndexInput
  private let labelInput: Tensor
  /// All examples: the positives, then the negatives, in user order.
  private var users: [Int32]
  private var items: [Int32]
  private let positives: Int
  private var order: [Int32]

  init(_ model: FactorModel, _ interactions: Interactions, _ options: IRGAN.Options) {
    self.interactions = interactions
    let batch = options.discriminatorBatch
    userInput = IndexInput(capacity: batch)
    itemInput = IndexInput(capacity: batch)
    labelInput = Tensor(rows: batch, columns: 1)
    let user = gather(model.users, userInput)
    let item = gather(model.items, itemInput)
    let bias = gather(model.biases, itemInput)
    let loss = logisticLoss(sum([rowDot(user, item), bias]), labels: labelInput, mean: false)
    let half = options.discriminatorL2 / 2
    learner = Learner(model.store, rule: .sgd(options.discriminatorLearningRate))
    program = learner.program(
      minimizing: sum(
        [loss, squaredNorm(user), squaredNorm(item), squaredNorm(bias)],
        factors: [1, half, half, half]))
    positives = interactions.count
    users = interactions.pairs.map(\.0)
    users += users
    items = interactions.columns + interactions.columns
    order = (0..<Int32(2 * positives)).map { $0 }
  }

  /// Draws for every user as many items as it has positives, from `softmax(s/temperature)`.
  func draw(from generator: FactorModel, temperature: Double, _ random: inout Random) {
    let count = interactions.items
    var sampler = CategoricalSampler(classes: count)
    let scores = Buffer<Float>(count)
    for user in 0..<interactions.users {
      generator.scores(of: user..<user + 1, into: scores.pointer)
      Float.softmax(1, count, Float(1 / temperature), scores.pointer, scores.pointer)
      sampler.set(scores.pointer)
      for place in interactions.rowStarts[user]..<interactions.rowStarts[user + 1] {
        items[positives + place] = Int32(sampler.draw(&random))
      }
    }
  }

  /// One pass over all examples in random order; the mean loss of an example.
  func pass(_ random: inout Random) -> Double {
    for index in order.indices { order[index] = Int32(index) }
    random.shuffle(&order)
    var (total, start) = (0.0, 0)
    while start < order.count {
      let end = min(start + userInput.capacity, order.count)
      for place in start..<end {
        let example = Int(order[place])
        userInput.values[place - start] = users[example]
        itemInput.values[place - start] = items[example]
        labelInput.value[place - start] = example < positives ? 1 : 0
      }
      userInput.count = end - start
      itemInput.count = end - start
      labelInput.rows = end - start
      total += learner.descend(program)
      start = end
    }
    return total / Double(max(1, order.count))
  }
}
