import Basics
import Datasets
import Engine

/// A sequence model that learns which item comes next, by one step for every batch of sequences.
///
/// A user without items that were learned from has the state 0.
final class SequenceModel {
  private let options: SequenceOptions
  private let form: SequenceForm
  private let sequences: Sequences
  private let items: Int
  private let layers: SequenceLayers
  private let learner: Learner
  private let dropout: Dropout
  private let input: SequenceInput
  private let negatives: IndexInput
  private let loss: SequenceLoss
  private let step: Program
  private let reading: SequenceInput
  private let states: Program
  /// The state of every user, [users, width], until the next epoch.
  private var finalStates: [Float] = []
  private var random: Random
  private var examples: [SequencePrefix] = []

  /// - Parameters:
  ///   - ways: of each recurrent layer, whether it reads against time.
  ///   - maskShare: of the items, under cloze.
  ///   - marks: what is told beside the items.
  init(
    _ options: SequenceOptions, _ form: SequenceForm, reversals: [Bool] = [],
    cell: SequenceCell = .standard, head: SequenceHead = .none, maskShare: Double = 0,
    _ sequences: Sequences, marks: [SequenceMark] = [], items: Int, player: String, seed: UInt64
  ) {
    (self.options, self.form, self.sequences, self.items) = (options, form, sequences, items)
    loss = options.loss(items: items)
    let store = ParameterStore(player: player, seed: seed)
    let examples = form == .lastOnly ? sequences.items.count : sequences.users
    func input(_ count: Int) -> SequenceInput {
      SequenceInput(
        sequences, marks: marks, examples: max(1, count), maxLength: options.maxLength, form,
        mask: Int32(items),
        maskShare: maskShare, reversals: reversals)
    }
    self.input = input(min(options.batch, examples))
    reading = input(min(128, sequences.users))
    layers = SequenceLayers(
      options, items: items + (form == .cloze ? 1 : 0), marks: marks,
      maxLength: reading.blocks.maxLength, form, ways: reversals.count, cell: cell, head: head,
      isBiased: loss == .softmax, in: store)
    learner = Learner(
      store, rule: OptimizerRule(.adam, learningRate: options.learningRate, beta2: options.beta2))
    dropout = Dropout(options.dropout)
    let drawn = options.negatives(loss)
    negatives = IndexInput(
      capacity: loss == .sampledSoftmax ? drawn : drawn * self.input.targets.capacity)
    let h = layers.states(self.input, dropout)
    let targets = self.input.targets
    let value =
      switch loss {
      case .softmax: embeddingCrossEntropy(h, layers.output, bias: layers.bias, targets)
      case .sampledSoftmax: sampledSoftmax(h, layers.output, targets, negatives: negatives)
      case .bce: sampledLogistic(h, layers.output, targets, negatives: negatives)
      case .gbce:
        sampledLogistic(
          h, layers.output, targets, negatives: negatives,
          exponent: options.exponent(items: items))
      }
    step = learner.program(minimizing: value)
    states = Program(layers.states(reading, nil))
    random = Random(seed: seed, stream: "sequences")
  }

  func trainEpoch() -> [Loss] {
    finalStates = []
    collectExamples()
    random.shuffle(&examples)
    var (total, rows, start) = (0.0, 0, 0)
    let size = min(options.batch, max(1, examples.count))
    while start < examples.count {
      let end = min(start + size, examples.count)
      input.fill(examples[start..<end], learning: &random)
      drawNegatives()
      dropout.draw(rows: input.items.count, &random)
      total += learner.descend(step) * Double(input.targets.count)
      rows += input.targets.count
      start = end
    }
    return [Loss(loss.rawValue, total / Double(max(1, rows)))]
  }

  /// In one order each epoch, so that a resumed run has the same.
  private func collectExamples() {
    examples.removeAll(keepingCapacity: true)
    for user in 0..<sequences.users where sequences[user].count > 1 {
      let count = sequences[user].count
      switch form {
      case .causal, .leaky: examples.append(SequencePrefix(user: user, count: count - 1))
      case .cloze: examples.append(SequencePrefix(user: user, count: count))
      case .lastOnly:
        for known in 1..<count { examples.append(SequencePrefix(user: user, count: known)) }
      }
    }
  }

  /// Evenly among all items; under bce again, but not for ever, where the user has the item.
  private func drawNegatives() {
    let each = options.negatives(loss)
    negatives.count = loss == .sampledSoftmax ? each : each * input.targets.count
    for place in 0..<negatives.count {
      var item = Int32(random.below(items))
      if loss == .bce {
        let own = sequences[Int(input.owners[place / each])]
        var tries = 0
        while own.contains(item), tries < 100 {
          item = Int32(random.below(items))
          tries += 1
        }
      }
      negatives.values[place] = item
    }
  }

  func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    if finalStates.isEmpty { finalStates = readAll() }
    let (width, count) = (options.width, min(items, scores.items))
    // A user at a time: a product of several rows need not have the bits of the rows alone.
    finalStates.withUnsafeBufferPointer { states in
      guard let states = states.baseAddress else { return }
      for (row, user) in users.enumerated() {
        let scores = scores[row].pointer
        Float.gemm(
          false, true, 1, count, width, 1, states + user * width, width, layers.output.value,
          width, 0, scores, count)
        if let bias = layers.bias { Float.add(count, bias.value, scores) }
      }
    }
  }

  /// The state of every user after the newest item.
  private func readAll() -> [Float] {
    let width = options.width
    var result = [Float](repeating: 0, count: sequences.users * width)
    let readers = sequences.whole
    let size = min(128, max(1, readers.count))
    for start in stride(from: 0, to: readers.count, by: size) {
      let batch = readers[start..<min(start + size, readers.count)]
      reading.fill(batch)
      states.forward()
      for (row, prefix) in batch.enumerated() {
        for column in 0..<width {
          result[prefix.user * width + column] = states.output.value[row * width + column]
        }
      }
    }
    return result
  }

  func readAnew(_ user: Int) {
    let count = sequences[user].count
    guard count > 0 else { return }
    reading.fill([SequencePrefix(user: user, count: count)])
    states.forward()
  }

  var state: State {
    get throws(StateError) { try State(joining: learner.state, random.saved(as: "sequences")) }
  }

  func restore(_ state: State) throws {
    finalStates = []
    try learner.restore(state)
    random = try Random(state, stream: "sequences")
  }

  var parameterCount: Int { learner.store.count }
}
