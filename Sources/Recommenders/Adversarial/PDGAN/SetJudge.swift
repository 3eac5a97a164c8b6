import Basics
import Datasets
import Engine
import Foundation

/// PD-GAN's discriminator: whether a set of items is one that the user took, `D(u, T) =
/// σ(mean_{i∈T} s(u, i))`, `s(u, i) = b_i + v_u · v_i`.
///
/// Minimises the mean cross-entropy of real sets (label 1) and of generated ones (label 0) with
/// Adam.
final class SetJudge {
  let learner: Learner
  private let model: FactorModel
  private let program: Program
  private let userInput: IndexInput
  private let setInput: SparseInput
  private let shareInput: Tensor
  private let labelInput: Tensor

  init(_ model: FactorModel, learningRate: Double, l2: Double, batch: Int) {
    self.model = model
    userInput = IndexInput(capacity: batch)
    setInput = SparseInput(rows: batch, columns: model.items.rows)
    shareInput = Tensor(rows: batch, columns: 1)
    labelInput = Tensor(rows: batch, columns: 1)
    let total = sum([
      rowDot(gather(model.users, userInput), product(setInput, model.items)),
      product(setInput, model.biases),
    ])
    learner = Learner(model.store, rule: .adam(learningRate, l2: l2))
    program = learner.program(
      minimizing: logisticLoss(multiply(total, shareInput), labels: labelInput))
  }

  /// `2 (D(u, T) − ½)`, in −1…1.
  func reward(_ user: Int, _ set: some Collection<Int32>) -> Float {
    let factors = model.users.columns
    let taste = model.users.value + user * factors
    var total: Float = 0
    for item in set {
      total +=
        model.biases.value[Int(item)]
        + Float.dot(factors, taste, model.items.value + Int(item) * factors)
    }
    return 2 / (1 + exp(-total / Float(max(1, set.count)))) - 1
  }

  /// One pass over the examples in random order; the mean loss of a step.
  func pass(_ examples: SetExamples, _ random: inout Random) -> Double {
    var order = Array(examples.users.indices)
    random.shuffle(&order)
    let sets = SparseMatrix(
      columns: model.items.rows, starts: examples.starts, entries: examples.items)
    var (total, steps) = (0.0, 0)
    for start in stride(from: 0, to: order.count, by: userInput.capacity) {
      let batch = order[start..<min(start + userInput.capacity, order.count)]
      setInput.removeAll()
      userInput.count = batch.count
      (shareInput.rows, labelInput.rows) = (batch.count, batch.count)
      for (place, example) in batch.enumerated() {
        userInput.values[place] = examples.users[example]
        setInput.append(sets, example)
        shareInput.value[place] = 1 / Float(max(1, sets[example].count))
        labelInput.value[place] = examples.isReal[example] ? 1 : 0
      }
      total += learner.descend(program)
      steps += 1
    }
    return total / Double(max(1, steps))
  }
}

/// Sets of items, whose they are, and whether the user took them.
struct SetExamples {
  private(set) var users: [Int32] = []
  private(set) var isReal: [Bool] = []
  /// Where each set's items start, and at last their number.
  private(set) var starts = [0]
  /// Ascending within a set.
  private(set) var items: [Int32] = []

  mutating func append(user: Int, _ set: [Int32], isReal: Bool) {
    users.append(Int32(user))
    self.isReal.append(isReal)
    items += set.sorted()
    starts.append(items.count)
  }
}
