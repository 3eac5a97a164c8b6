import Basics
import Datasets
import Engine

/// A recurrent next-item model: the GRU-NR to which UR-GAN leaves users of few interests (Yang
/// 2026, section 2.3.1), of which the paper gives the name only; built after GRU4Rec (Hidasi et al.
/// 2016).
///
/// A user's newest training items, in the order of time, run through one layer of gated recurrent
/// units; the state `h` after each scores what comes next, `s(i) = h · q_i + b_i`. The vectors `q`
/// are those that the layer reads as well (GRU4Rec's constrained embedding), so they are as long as
/// the state. Every position of a sequence is an example; Adam. A user without training items has
/// the state 0, and so the scores `b`.
///
/// Start: `q` normal with deviation 0.1, `b` zero. Departures from GRU4Rec: whole sequences instead
/// of session-parallel batches, and no dropout.
package final class GRUNR: Recommender, EpochLearner {
  package struct Options: Settings {
    package var width = 64
    package var maxLength = 100
    package var loss = NextItemLoss.softmax
    package var negatives: Int?
    package var scorePenalty: Double?
    package var learningRate = 0.001
    package var l2 = 0.0
    package var batch = 32

    package init() {}

    package static let fields: [Field<Options>] = [
      .integer("width", \.width, 1...4096, "length of item vectors and of the state"),
      .integer("maxLength", \.maxLength, 1...10_000, "newest items of a user that are read"),
      .choice("loss", \.loss, "what makes the next item score higher than others"),
      .integer(
        "negatives", \.negatives, 1...100_000,
        "loss bpr-max: items drawn as negatives, for all examples of a step"),
      .number(
        "scorePenalty", \.scorePenalty, 0...1000,
        "loss bpr-max: λ, weight of the negatives' squared scores"),
      .number("learningRate", \.learningRate, 0...10, "Adam's step"),
      .number("l2", \.l2, 0...10, "λ of (λ/2)‖Θ‖², all parameters"),
      .integer("batch", \.batch, 1...65536, "users in a step"),
    ]

    /// Refuses settings that the loss does not use, and asks for those that it does.
    package func check(_ json: JSON) throws(Problem) {
      for (key, isGiven) in [
        ("negatives", negatives != nil), ("scorePenalty", scorePenalty != nil),
      ] {
        if loss == .bprMax, !isGiven { throw json.problem("the loss \"bpr-max\" needs \"\(key)\"") }
        if loss == .softmax, isGiven {
          throw (json[key] ?? json).problem(
            "\"\(key)\" is used by the loss \"bpr-max\" only, not by \"softmax\"")
        }
      }
    }
  }

  package static let name = "gru-nr"
  package static let summary = "recurrent next-item model over each user's sequence"
  package static let source =
    "named in Yang 2026; Hidasi, Karatzoglou, Baltrunas, Tikk, ICLR 2016; Cho et al., EMNLP 2014"

  private let options: Options
  private let sequences: Sequences
  private let items: Parameter
  private let biases: Parameter
  private let learner: Learner
  private let batch: SequenceBatch
  private let step: Program
  private let negatives: IndexInput
  private let reading: SequenceBatch
  private let states: Program
  /// The state of every user, [users, width], until the next epoch.
  private var finalStates: [Float] = []
  private var random: Random
  private var examples: [SequencePrefix] = []

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    self.options = options
    sequences = try data.sequences(for: Self.name)
    let store = ParameterStore(player: "gru", seed: seed)
    items = store.make(
      "items", rows: data.interactions.items, columns: options.width, .normal(deviation: 0.1))
    biases = store.make("biases", rows: data.interactions.items, columns: 1, .zeros)
    let layer = Recurrent("layer", inputs: options.width, width: options.width, in: store)
    learner = Learner(store, rule: .adam(options.learningRate, l2: options.l2))

    let users = max(1, sequences.users)
    batch = SequenceBatch(
      sequences, prefixes: min(options.batch, users), maxLength: options.maxLength)
    reading = SequenceBatch(sequences, prefixes: min(128, users), maxLength: options.maxLength)
    negatives = IndexInput(capacity: options.negatives ?? 0)
    let hidden = layer(items, batch.items, batch.packed)
    step = learner.program(
      minimizing: options.loss == .softmax
        ? embeddingCrossEntropy(hidden, items, bias: biases, batch.targets)
        : embeddingBPRMax(
          hidden, items, bias: biases, batch.targets, negatives: negatives,
          scorePenalty: options.scorePenalty ?? 0))
    states = Program(
      selectRows(layer(items, reading.items, reading.packed), reading.lastRows))
    random = Random(seed: seed, stream: "sequences")
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.sequences(for: name)
  }

  package func trainEpoch() -> [Loss] {
    finalStates = []
    // Only who has two items has a next one; the newest is only that. The order starts anew each
    // epoch, so that a resumed run has the same.
    examples.removeAll(keepingCapacity: true)
    for user in 0..<sequences.users where sequences[user].count > 1 {
      examples.append(SequencePrefix(user: user, count: sequences[user].count - 1))
    }
    random.shuffle(&examples)
    var (total, rows, start) = (0.0, 0, 0)
    while start < examples.count {
      let end = min(start + batch.lastRows.capacity, examples.count)
      batch.fill(examples[start..<end], withTargets: true)
      drawNegatives()
      total += learner.descend(step) * Double(batch.packed.rows)
      rows += batch.packed.rows
      start = end
    }
    return [Loss(options.loss.rawValue, total / Double(max(1, rows)))]
  }

  /// Uniform over the items, with replacement.
  private func drawNegatives() {
    negatives.count = negatives.capacity
    for place in 0..<negatives.count { negatives.values[place] = Int32(random.below(items.rows)) }
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    if finalStates.isEmpty { finalStates = readAll() }
    // A user at a time: a product of several rows need not have the bits of the rows alone.
    finalStates.withUnsafeBufferPointer { states in
      guard let states = states.baseAddress else { return }
      for (row, user) in users.enumerated() {
        let scores = scores[row].pointer
        Float.gemm(
          false, true, 1, items.rows, options.width, 1, states + user * options.width,
          options.width, items.value, options.width, 0, scores, items.rows)
        Float.add(items.rows, biases.value, scores)
      }
    }
  }

  /// The state of every user after the newest item.
  private func readAll() -> [Float] {
    var result = [Float](repeating: 0, count: sequences.users * options.width)
    let readers = sequences.whole
    var start = 0
    while start < readers.count {
      let end = min(start + reading.lastRows.capacity, readers.count)
      reading.fill(readers[start..<end], withTargets: false)
      states.forward()
      for (row, prefix) in readers[start..<end].enumerated() {
        for column in 0..<options.width {
          result[prefix.user * options.width + column] =
            states.output.value[row * options.width + column]
        }
      }
      start = end
    }
    return result
  }

  package func readAnew(_ user: Int) {
    let count = sequences[user].count
    guard count > 0 else { return }
    reading.fill([SequencePrefix(user: user, count: count)], withTargets: false)
    states.forward()
  }

  package var state: State {
    get throws(StateError) { try State(joining: learner.state, random.saved(as: "sequences")) }
  }

  package func restore(_ state: State) throws {
    finalStates = []
    try learner.restore(state)
    random = try Random(state, stream: "sequences")
  }

  package var parameterCount: Int { learner.store.count }
}

/// What makes the item that came next score higher than others.
package enum NextItemLoss: String, CaseIterable, Sendable {
  /// Cross-entropy of the softmax over all items.
  case softmax
  /// A pairwise loss against drawn items, weighted by their own softmax (Hidasi & Karatzoglou
  /// 2018).
  case bprMax = "bpr-max"
}

extension GRUNR {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let (users, items, width) = (sizes.users, sizes.items, Double(options.width))
    let longest = min(Double(options.maxLength), sizes.mostOfUser)
    let batch = min(Double(options.batch), users)
    let parameters = items * (width + 1) + 6 * width * width
    var estimate = Estimate()
    estimate.add(parameters: parameters, .adam)
    estimate.add(activations: width * longest * (22 * batch + 12 * min(128, users)))
    let scored =
      options.loss == .softmax ? items : Double(options.negatives ?? 0) + batch * longest
    estimate.add(activations: parameters + max(524_288, scored))
    estimate.held += 20 * sizes.interactions
    estimate.whileScoring = 4 * users * width
    let rows = min(sizes.interactions, users * longest)
    let steps = (users / batch).rounded(.up)
    let read = rows * Work(steps: 45 + 5 * width) + rows / batch * .product(batch, width, 6 * width)
    // Probabilities are made in blocks of about so many rows.
    let block = max(16, 524_288 / max(1, items))
    let losses =
      options.loss == .softmax
      ? 3 * rows / block * .product(block, width, items) + Work(steps: 0.5 * rows * items)
      : Work(steps: rows * scored * (1.5 + 0.2 * width))
    estimate.epoch = 3 * read + losses + steps * (.adam(parameters) + .pass(parameters, 4))
    estimate.look = read
    estimate.one = .product(1, width, items) + .pass(items)
    return estimate
  }
}
