import Engine

/// One generator branch of UR-GAN: the active values of an attribute → a vector.
struct AttributeEncoder {
  private let table: Parameter
  private let scores: Parameter?

  init(_ condition: Condition, _ weighting: ValueWeighting, width: Int, in store: ParameterStore) {
    let values = condition.values.columns
    table = store.make(
      "\(condition.name)/values", rows: values, columns: width,
      weighting == .softmax
        ? .normal(deviation: 1) : .glorotUniform(inputs: values, outputs: width))
    scores =
      weighting == .softmax
      ? store.make("\(condition.name)/scores", rows: values, columns: 1, .zeros) : nil
  }

  func callAsFunction(_ x: SparseInput) -> Tensor {
    guard let scores else { return product(x, table) }
    return weightedBag(x, table, scores: scores)
  }
}
