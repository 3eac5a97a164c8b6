import Basics
import Engine

/// The settings of a sequence model: its Transformer, what it reads, and how it learns.
package struct SequenceOptions: Settings, Equatable {
  package var width = 64
  package var blocks = 2
  package var heads = 1
  package var hidden = 64
  package var maxLength = 200
  package var dropout = 0.1
  package var norm = NormPlacement.query
  package var inner = InnerActivation.relu
  package var loss: SequenceLoss?
  package var negatives: Int?
  package var calibration: Double?
  package var deviation = 0.02
  package var learningRate = 0.001
  package var beta2 = 0.999
  package var batch = 128

  package init() {}

  package static let fields: [Field<SequenceOptions>] = [
    .integer("width", \.width, 1...4096, "length of item vectors and of the rows of all blocks"),
    .integer("blocks", \.blocks, 0...64, "blocks of the Transformer"),
    .integer("heads", \.heads, 1...64, "attention heads, among which the width is divided"),
    .integer("hidden", \.hidden, 1...65536, "units between the two dense layers of a block"),
    .integer("maxLength", \.maxLength, 1...10_000, "newest items of a user that are read"),
    .number("dropout", \.dropout, 0...0.99, "share dropped of embeddings, weights and layers"),
    .choice("norm", \.norm, "where rows are normalised: before, after, or as SASRec's code does"),
    .choice("inner", \.inner, "what stands between the two dense layers of a block"),
    .choice(
      "loss", \.loss,
      "what makes an item score higher than others; null: softmax, sampled above 20,000 items"),
    .integer(
      "negatives", \.negatives, 1...100_000,
      "items drawn: for each place, or for a step under sampled-softmax; null: 1, 256 under gbce,"
        + " 1,000 for a step"),
    .number(
      "calibration", \.calibration, 0...1,
      "loss gbce: t, 0 for bce, 1 for calibrated shares; null: .75"),
    .number("deviation", \.deviation, 0...10, "standard deviation of embeddings at the start"),
    .number("learningRate", \.learningRate, 0...10, "Adam's step"),
    .number("beta2", \.beta2, 0...0.9999999, "the share of the second moment that Adam keeps"),
    .integer("batch", \.batch, 1...65536, "sequences in a step"),
  ]

  package func check(_ json: JSON) throws(Problem) {
    guard width % heads == 0 else {
      throw (json["heads"] ?? json).problem(
        "\(heads) heads do not divide a width of \(width) evenly")
    }
    if negatives != nil, loss == nil || loss == .softmax {
      throw (json["negatives"] ?? json).problem(
        "\"negatives\" needs a \"loss\" that draws: \"sampled-softmax\", \"bce\" or \"gbce\"")
    }
    if calibration != nil, loss != .gbce {
      throw (json["calibration"] ?? json).problem(
        "\"calibration\" is used by the loss \"gbce\" only")
    }
  }
}

extension SequenceOptions {
  /// The loss where the spec leaves it open: a full softmax over very many items takes minutes an
  /// epoch.
  func loss(items: Int) -> SequenceLoss { loss ?? (items > 20_000 ? .sampledSoftmax : .softmax) }

  /// How many items are drawn for each place, or, under sampled-softmax, for a step; 0 under
  /// softmax.
  func negatives(_ loss: SequenceLoss) -> Int {
    switch loss {
    case .softmax: 0
    case .sampledSoftmax: negatives ?? 1000
    case .bce: negatives ?? 1
    case .gbce: negatives ?? 256
    }
  }

  /// β of gBCE, `α (t (1 − 1/α) + 1/α)` with `α = negatives / (items − 1)`, here multiplied out.
  func exponent(items: Int) -> Double {
    let share = Double(negatives(.gbce)) / Double(max(1, items - 1))
    return (calibration ?? 0.75) * (share - 1) + 1
  }
}
