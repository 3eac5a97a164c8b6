import Basics
import Datasets
import Engine

/// Long- and short-term preferences of a user (Yang 2026, section 2.2): one RNN with shared weights
/// reads the core preferences that a graph of the user's items was pooled into (see
/// `GraphEncoder`), the whole of them to the long-term `S^l` and the last alone to the short-term
/// `S^s`.
///
/// `s(i) = a · f(W_l S^l + W_s S^s + W_t q_i + b)`, a perceptron over `(S^l ‖ S^s ‖ target)` whose
/// first layer is a sum of a user's and an item's share, so all items are scored for all users at
/// the price of the hidden units of each pair. With `graph: false` the RNN reads the items
/// themselves.
///
/// An example is a place of a user's sequence: from what came before it, the item there, by the
/// cross-entropy of the softmax over all items; Adam. Departure: SURGE learns from drawn negatives.
/// The RNN is one of gated recurrent units. Without training items all items score 0.
///
/// Start: `q` normal with deviation 0.1.
package final class PreferenceGraph: Recommender, EpochLearner {
  package static let name = "preference-graph"
  package static let summary =
    "long- and short-term preferences read from a pooled graph of the user's items"
  package static let source =
    "Yang 2026, section 2.2; Chang, Gao, Zheng, Hui, Niu, Song, Jin, Li, SIGIR 2021"
  package static let algorithmVersion = 2

  private let options: Options
  private let sequences: Sequences
  private let learner: Learner
  private let training: Network
  private let next: IndexInput
  private let step: Program
  private let reading: Network
  private let readers: Program
  private let itemShares: Program
  private let weight: Parameter
  private var random: Random
  /// The users' shares of the hidden layer, [users, hidden], and the items', [hidden, items], until
  /// the next epoch.
  private var shares: (users: [Float], items: [Float])?
  private var examples: [SequencePrefix] = []

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: PreferenceGraphOptions, data: TrainingData, seed: UInt64) throws {
    self.options = options
    sequences = try data.sequences(for: Self.name)
    let store = ParameterStore(player: "preferences", seed: seed)
    let layers = Layers(options, items: data.interactions.items, in: store)
    learner = Learner(store, rule: .adam(options.learningRate, l2: options.l2))
    weight = layers.weight

    let most = max(1, sequences.users * options.examplesPerUser)
    training = Network(layers, options, sequences, prefixes: min(options.batch, most))
    reading = Network(layers, options, sequences, prefixes: min(128, max(1, sequences.users)))
    next = IndexInput(capacity: min(options.batch, most))
    let items = layers.itemShares()
    let fit = crossEntropy(additiveScores(training.userShare, items, weight), next)
    step = learner.program(minimizing: sum([fit] + (training.loss.map { [$0] } ?? [])))
    readers = Program(reading.userShare)
    itemShares = Program(items)
    random = Random(seed: seed, stream: "sequences")
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.sequences(for: name)
  }

  package func trainEpoch() -> [Loss] {
    shares = nil
    drawExamples()
    var (total, start) = (0.0, 0)
    while start < examples.count {
      let end = min(start + next.capacity, examples.count)
      let batch = examples[start..<end]
      training.fill(batch)
      next.count = batch.count
      for (place, example) in batch.enumerated() {
        let row = sequences[example.user]
        next.values[place] = row[row.startIndex + example.count]
      }
      total += learner.descend(step) * Double(batch.count)
      start = end
    }
    return [Loss("cross-entropy", total / Double(max(1, examples.count)))]
  }

  /// Of everyone with two items, `examplesPerUser` places that have one before them.
  private func drawExamples() {
    examples.removeAll(keepingCapacity: true)
    for user in 0..<sequences.users where sequences[user].count > 1 {
      for _ in 0..<options.examplesPerUser {
        let count = 1 + random.below(sequences[user].count - 1)
        examples.append(SequencePrefix(user: user, count: count))
      }
    }
    random.shuffle(&examples)
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    let shares = self.shares ?? readAll()
    self.shares = shares
    for (row, user) in users.enumerated() {
      let own = scores[row]
      if sequences[user].isEmpty {
        own.fill(0)
        continue
      }
      shares.users.withUnsafeBufferPointer { left in
        shares.items.withUnsafeBufferPointer { right in
          guard let left = left.baseAddress, let right = right.baseAddress else { return }
          Float.additiveScores(
            1, own.count, options.hidden, Float(leakyReLUSlope), left + user * options.hidden,
            right, weight.value, own.pointer)
        }
      }
    }
  }

  private func readAll() -> (users: [Float], items: [Float]) {
    let hidden = options.hidden
    var users = [Float](repeating: 0, count: sequences.users * hidden)
    let whole = sequences.whole
    var start = 0
    while start < whole.count {
      let end = min(start + reading.capacity, whole.count)
      reading.fill(whole[start..<end])
      readers.forward()
      for (row, prefix) in whole[start..<end].enumerated() {
        for column in 0..<hidden {
          users[prefix.user * hidden + column] = reading.userShare.value[row * hidden + column]
        }
      }
      start = end
    }
    itemShares.forward()
    let made = itemShares.output
    var items = [Float](repeating: 0, count: made.count)
    for item in 0..<made.rows {
      for column in 0..<hidden {
        items[column * made.rows + item] = made.value[item * hidden + column]
      }
    }
    return (users, items)
  }

  package func readAnew(_ user: Int) {
    let count = sequences[user].count
    guard count > 0 else { return }
    reading.fill([SequencePrefix(user: user, count: count)])
    readers.forward()
  }

  package var state: State {
    get throws(StateError) { try State(joining: learner.state, random.saved(as: "sequences")) }
  }

  package func restore(_ state: State) throws {
    shares = nil
    try learner.restore(state)
    random = try Random(state, stream: "sequences")
  }

  package var parameterCount: Int { learner.store.count }
}

extension PreferenceGraph {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let (users, items) = (sizes.users, sizes.items)
    let (width, hidden) = (Double(options.width), Double(options.hidden))
    let longest = min(Double(options.maxLength), sizes.mostOfUser)
    let examples = users * Double(options.examplesPerUser)
    let batch = min(Double(options.batch), max(1, examples))
    let parameters =
      items * width + (options.graph ? 10 : 0) * width * width + 6 * width * width
      + 3 * width * hidden
    // A row's vectors, and its share of what is computed for pairs of rows of a user.
    let heads = options.graph ? Double(options.shape.metricHeads) : 0
    let vectors = options.graph ? 62.0 : 24
    let perRow = vectors * width + (options.graph ? 2 * (6 + heads) * longest : 0)
    var estimate = Estimate()
    estimate.add(parameters: parameters, .adam)
    estimate.add(activations: perRow * longest * (batch + min(128, users) / 2))
    estimate.add(activations: items * (2 * batch + 4 * hidden + 2 * width))
    estimate.held += 20 * sizes.interactions
    estimate.whileScoring = 4 * (users + 2 * items) * hidden
    let steps = (examples / batch).rounded(.up)
    let rows = min(sizes.perUser / 2, longest)
    let read = rows * Work(steps: 0.16 * perRow + 60) + .product(rows, width, 16 * width)
    let shares = Work.product(items, width, hidden)
    estimate.epoch =
      examples * (3 * read + Work(steps: items * (2 + 0.75 * hidden)))
      + steps * (3 * shares + .pass(items * hidden, 6) + .adam(parameters) + .pass(parameters, 2))
    estimate.look = users * (2 * read) + shares + Work(steps: 2.5 * items * hidden)
    estimate.one = Work(steps: items * 0.3 * hidden)
    return estimate
  }
}
