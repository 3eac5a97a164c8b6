import Basics
import Datasets
import Engine

/// What a factorisation model or network of fields shares with the others: batches of records, the
/// mean cross-entropy of their labels, Adam.
package final class ClickNetwork {
  private let data: ClickData
  private let learner: Learner
  private let program: Program
  private let batch: FieldBatch
  private let labels: Tensor
  private let dropout: Dropout
  private let scorer: Program
  private let scorerBatch: FieldBatch
  private var random: Random
  private var dropoutRandom: Random

  /// A model whose logits `build` makes of a batch's fields, [batch, 1].
  ///
  /// - Parameters:
  ///   - fields: The names of the fields it knows; nil: all.
  ///   - build: Called once with the store to make parameters in; the function that it returns
  ///     makes a graph of a batch and a dropout, one for training and one, without, for
  ///     predictions.
  init(
    _ data: ClickData, fields: [String]? = nil, options: ClickOptions, dropProbability: Double = 0,
    seed: UInt64, build: (FieldTable) -> (FieldInput, Dropout) -> Tensor
  ) {
    self.data = data
    let store = ParameterStore(player: "model", seed: seed)
    let encoded = data.encoded(only: fields)
    let graph = build(
      FieldTable(store: store, rows: encoded.rows, fields: encoded.fields.count))
    batch = FieldBatch(encoded, capacity: options.batch)
    labels = Tensor(rows: options.batch, columns: 1)
    dropout = Dropout(dropProbability)
    learner = Learner(store, rule: .adam(options.learningRate, l2: options.l2))
    program = learner.program(
      minimizing: logisticLoss(graph(batch.input, dropout), labels: labels))
    scorerBatch = FieldBatch(encoded, capacity: 4096)
    scorer = Program(graph(scorerBatch.input, Dropout(0)))
    random = Random(seed: seed, stream: "batches")
    dropoutRandom = Random(seed: seed, stream: "dropout")
  }

  func trainEpoch() -> [Loss] {
    // Every epoch's order follows from the stream alone, so that a resumed run needs no order.
    var order = data.training
    random.shuffle(&order)
    var total = 0.0
    for start in stride(from: 0, to: order.count, by: batch.input.capacity) {
      let places = order[start..<min(start + batch.input.capacity, order.count)]
      batch.fill(places)
      labels.rows = places.count
      for (row, place) in places.enumerated() {
        labels.value[row] = data.labels[Int(place)]
      }
      dropout.draw(rows: places.count, &dropoutRandom)
      total += learner.descend(program) * Double(places.count)
    }
    return [Loss("log loss", total / Double(max(1, order.count)))]
  }

  func logits(of places: [Int32], into logits: ScoreRow) {
    for start in stride(from: 0, to: places.count, by: scorerBatch.input.capacity) {
      let own = places[start..<min(start + scorerBatch.input.capacity, places.count)]
      scorerBatch.fill(own)
      scorer.forward()
      logits.write(scorer.output, from: start)
    }
  }

  var state: State {
    get throws(StateError) {
      try State(
        joining: learner.state, random.saved(as: "batches"), dropoutRandom.saved(as: "dropout"))
    }
  }

  func restore(_ state: State) throws {
    try learner.restore(state)
    random = try Random(state, stream: "batches")
    dropoutRandom = try Random(state, stream: "dropout")
  }

  var parameterCount: Int { learner.store.count }
}

/// What every model of fields may be told.
package struct ClickOptions: Settings, Equatable {
  package var batch = 2048
  package var learningRate = 0.001
  package var l2 = 0.0

  package init() {}

  package static let fields: [Field<ClickOptions>] = [
    .integer("batch", \.batch, 1...1_000_000, "records in a step"),
    .number("learningRate", \.learningRate, 0...10, "Adam's step"),
    .number("l2", \.l2, 0...10, "λ of (λ/2)‖Θ‖², all parameters"),
  ]
}

/// Batches of encoded records.
private final class FieldBatch {
  let input: FieldInput
  private let data: EncodedRecords
  /// The fields with a factor of their own, by their places.
  private let scaled: [(place: Int, factors: [Float])]

  init(_ data: EncodedRecords, capacity: Int) {
    self.data = data
    input = FieldInput(
      capacity: capacity, bags: data.fields.map { $0.bags.map { FieldBags($0) } })
    scaled = data.fields.enumerated().compactMap { place, field in
      field.factors.map { (place, $0) }
    }
  }

  func fill(_ places: ArraySlice<Int32>) {
    input.removeAll()
    let width = data.fields.count
    data.places.withUnsafeBufferPointer { all in
      guard let all = all.baseAddress else { return }
      for place in places {
        input.append(all + Int(place) * width)
        for field in scaled { input.setFactor(field.place, field.factors[Int(place)]) }
      }
    }
  }
}

extension ClickOptions {
  /// What a `ClickNetwork` takes whose values have a vector of that length – 1 for a weight – and
  /// whose perceptron, if any, has these hidden layers.
  func estimate(length: Double, hidden: [Int] = [], _ sizes: RecordSizes) -> Estimate {
    let fields = Double(sizes.fields.count)
    let widths = hidden.isEmpty ? [] : [fields * length] + hidden.map(Double.init) + [1]
    let layers = Array(zip(widths, widths.dropFirst()))
    let units = widths.dropFirst().reduce(0, +)
    let parameters = sizes.rows * length + layers.reduce(0) { $0 + $1.0 * $1.1 } + units
    let batch = Double(self.batch)
    var estimate = Estimate()
    estimate.add(parameters: parameters, .adam)
    estimate.add(
      activations: (2 * batch + 4096) * (fields * (length + 2) + 1.5 * units + fields))
    estimate.held += sizes.records * (4 * fields + 4) + 8 * sizes.learned
    estimate.whileMade = 8 * sizes.records * fields
    estimate.making += Work(steps: 12 * sizes.records * fields)
    let values = fields + 2 * Double(sizes.fields.count { $0.isSet })
    let record = Work(steps: 20 + values * (5 + 2.5 * length) + 2 * units)
    func perceptron(_ rows: Double) -> Work {
      layers.reduce(Work()) { $0 + .product(rows, $1.0, $1.1) }
    }
    estimate.epoch =
      sizes.learned * record + sizes.learned / 256 * (3 * perceptron(256))
      + (sizes.learned / batch).rounded(.up) * (.adam(parameters) + .pass(parameters, 1))
    estimate.one =
      Work(steps: 20 + values * (4 + length) + 0.7 * units) + 1 / 256 * perceptron(256)
    return estimate
  }
}
