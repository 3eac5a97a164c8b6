import Engine

/// The discriminator: conditions and a vector over the items → the logit of "real".
///
/// First layer: `f(Σ_k c_k W_k + x W_x + b)`; then a perceptron down to one number. The conditions'
/// share is computed once for a real and a fake vector of the same row.
struct DiscriminatorNetwork {
  private let conditionWeights: [Parameter]
  private let vectorWeight: Parameter
  private let bias: Parameter
  private let rest: MultilayerPerceptron<Float>
  private let hidden: Activation

  init(_ conditions: [Condition], items: Int, options: VectorGANOptions, in store: ParameterStore) {
    let first = options.discriminatorHidden[0]
    let inputs = conditions.reduce(items) { $0 + $1.values.columns }
    func weight(_ name: String, _ rows: Int) -> Parameter {
      store.make(
        "first/\(name)", rows: rows, columns: first,
        options.start.weights(inputs: inputs, outputs: first))
    }
    conditionWeights = conditions.map { weight($0.name, $0.values.columns) }
    vectorWeight = weight("vector", items)
    bias = store.make(
      "first/bias", rows: 1, columns: first, options.start.biases(inputs: inputs, limit: 0.01))
    rest = MultilayerPerceptron(
      "layer", sizes: options.discriminatorHidden + [1], hidden: options.hiddenActivation,
      output: .linear, biasLimit: 0.01, start: options.start, in: store)
    hidden = options.hiddenActivation
  }

  /// The conditions' share of the first layer; nil where there is no condition.
  func share(of conditions: [SparseInput]) -> Tensor? {
    let terms = zip(conditions, conditionWeights).map { product($0, $1) }
    return terms.isEmpty ? nil : sum(terms)
  }

  /// Logits, [batch, 1], of dense vectors.
  func logits(_ vector: Tensor, _ share: Tensor?) -> Tensor {
    finish(share, product(vector, vectorWeight))
  }

  /// Logits, [batch, 1], of sparse 0/1 vectors.
  func logits(_ vector: SparseInput, _ share: Tensor?) -> Tensor {
    finish(share, product(vector, vectorWeight))
  }

  private func finish(_ share: Tensor?, _ own: Tensor) -> Tensor {
    rest(activate(replacing: sum(share.map { [$0, own] } ?? [own]), bias: bias, hidden))
  }
}
