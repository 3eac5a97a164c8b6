import Engine

/// What stands between the states of a sequence model and the scores of items.
enum SequenceHead: Sendable {
  /// Nothing: a state is compared with the item vectors that are read.
  case none
  /// BERT's: `N(gelu(x W + b))`, compared with the item vectors, and a bias an item.
  case bert
  /// `ReLU(x W + b)`, then a linear map of its own to the items: equation 6 of Zhao 2024.
  case linear
}

/// The parameters of a sequence model, and the graph that they make over a batch: item and place →
/// recurrent layers, if any → blocks of a Transformer → head.
///
/// Item vectors are multiplied by √width, as Vaswani et al. (2017) do, where they start so small that
/// places would drown them.
struct SequenceLayers {
  let items: Parameter
  /// What states are compared with, and what is added.
  let output: Parameter
  let bias: Parameter?
  private let positions: Parameter
  private let marks: [Parameter]
  private let recurrent: [RecurrentLayer]
  private let blocks: [TransformerBlock]
  private let firstNorm, lastNorm: LayerNormalisation<Float>?
  private let head: Dense<Float>?
  private let headNorm: LayerNormalisation<Float>?
  private let scale: Double
  private let form: SequenceForm

  /// - Parameters:
  ///   - items: rows of the item table, the mask among them.
  ///   - maxLength: the most rows of a block.
  ///   - marks: what is added to items, as many values as each has.
  ///   - ways: how many recurrent layers share the width.
  ///   - isBiased: whether the head adds a bias an item, which losses against drawn items do not learn.
  init(
    _ options: SequenceOptions, items count: Int, marks: [SequenceMark] = [], maxLength: Int,
    _ form: SequenceForm, ways: Int, cell: SequenceCell = .standard, head: SequenceHead,
    isBiased: Bool = true, in store: ParameterStore
  ) {
    let width = options.width
    func norm(_ name: String) -> LayerNormalisation<Float> {
      LayerNormalisation(name, width: width, in: store)
    }
    items = store.make(
      "items", rows: count, columns: width, .normal(deviation: options.deviation))
    positions = store.make(
      "positions", rows: maxLength, columns: width, .normal(deviation: options.deviation))
    self.marks = marks.map {
      store.make(
        $0.name, rows: $0.count, columns: width, .normal(deviation: options.deviation))
    }
    let parts = (0..<ways).map { (width + $0) / ways }
    recurrent = parts.enumerated().map { place, part in
      cell.layer("recurrent\(place)", inputs: width, width: part, in: store)
    }
    blocks = (0..<options.blocks).map {
      TransformerBlock(
        "block\($0)", width: width, hidden: options.hidden, heads: options.heads,
        norm: options.norm, inner: options.inner, start: .glorot, in: store)
    }
    firstNorm = options.norm == .post ? norm("first") : nil
    lastNorm = options.norm == .post || options.blocks == 0 ? nil : norm("last")
    self.head = head == .none ? nil : Dense("head", width, width, in: store)
    headNorm = head == .bert ? norm("headNorm") : nil
    output =
      head == .linear
      ? store.make(
        "output", rows: count, columns: width, .normal(deviation: options.deviation)) : items
    bias = head == .none || !isBiased ? nil : store.make("bias", rows: count, columns: 1, .zeros)
    scale = head == .bert ? 1 : Double(width).squareRoot()
    self.form = form
  }

  /// The state of each row that tells something, [rows, width].
  func states(_ input: SequenceInput, _ dropout: Dropout?) -> Tensor {
    let told = zip([items, positions] + marks, [input.items, input.positions] + input.marked)
    var x = sum(told.map(gather), factors: [scale, 1] + marks.map { _ in 1 })
    if let firstNorm { x = firstNorm(x) }
    x = dropout?(replacing: x) ?? x
    if !recurrent.isEmpty {
      x = concatenate(zip(recurrent, input.orders).map { $0(x, $1) })
    }
    for block in blocks { x = block(x, input.blocks, causal: form.isCausal, dropout) }
    if let lastNorm { x = lastNorm(x) }
    x = selectRows(x, input.predicted)
    guard let head else { return x }
    guard let headNorm else { return head(x, .relu) }
    return headNorm(gelu(head(x)))
  }
}
