/// The gradients of a loss over the rows of an embedding, `x_i = h · E_i + b_i`, that are made in
/// the forward pass, while the scores are in the cache; the backward pass scales them by the
/// gradient of the loss.
struct EmbeddingSlopes<S: Scalar> {
  /// By `h`, [n, width].
  let states: Buffer<S>
  /// By `E`, [classes, width].
  let table: Buffer<S>
  /// By `b`, [classes].
  let biases: Buffer<S>

  /// Room for the gradients by these, whose shapes are checked.
  init(_ h: Tensor<S>, _ table: Parameter<S>, _ bias: Parameter<S>?, _ classes: IndexInput) {
    let biasCount = bias?.count ?? table.rows
    precondition(
      h.columns == table.columns && biasCount == table.rows && classes.capacity >= h.capacity,
      "\(table.name) [\(table.rows), \(table.columns)], \(biasCount) biases and"
        + " \(classes.capacity) classes do not fit h [\(h.capacity), \(h.columns)]")
    states = Buffer(h.capacity * h.columns)
    self.table = Buffer(table.count)
    biases = Buffer(table.rows)
  }

  /// The gradient by `h`, added.
  func addStates(to h: Tensor<S>, _ loss: Tensor<S>) {
    guard let dh = h.accumulatedGradient() else { return }
    S.axpy(h.count, loss.gradient.pointee, states.pointer, dh)
  }

  /// As `Operation.addGradient`, of the table or else of the biases.
  func add(
    of parameter: Parameter<S>, isTable: Bool, rows: Range<Int>, _ loss: Tensor<S>,
    to target: S.Target, beta: S
  ) {
    let source = isTable ? table : biases
    let count = rows.count * parameter.columns
    if beta == 0 { clear(target, count) }
    S.axpy(
      count, loss.gradient.pointee, source.pointer + rows.lowerBound * parameter.columns, target)
  }
}
