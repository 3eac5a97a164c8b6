/// A layer of gated recurrent units over `a = x W`; the formula is at `GRU`.
///
/// Start: `W` and `U` Glorot uniform for each gate, `b` zero.
/// Parameters: `<name>/input`, `<name>/recurrent`, `<name>/bias`.
package struct Recurrent<S: Scalar> {
  /// `W` [inputs, 3 · width], the gates in the order reset, update, candidate.
  package let input: Parameter<S>
  /// `U` [width, 3 · width].
  package let recurrent: Parameter<S>
  /// `b` [1, 3 · width].
  package let bias: Parameter<S>

  /// A layer from `inputs` numbers a row to a state of `width`.
  package init(_ name: String, inputs: Int, width: Int, in store: ParameterStore<S>) {
    input = store.make(
      "\(name)/input", rows: inputs, columns: 3 * width,
      .glorotUniform(inputs: inputs, outputs: width))
    recurrent = store.make(
      "\(name)/recurrent", rows: width, columns: 3 * width,
      .glorotUniform(inputs: width, outputs: width))
    bias = store.make("\(name)/bias", rows: 1, columns: 3 * width, .zeros)
  }

  /// The state after each row, [rows, width], for `x` [rows, inputs] packed as `sequences` says.
  package func callAsFunction(_ x: Tensor<S>, _ sequences: PackedSequences) -> Tensor<S> {
    states(product(x, input), sequences)
  }

  /// The state after each row, [rows, width], for the rows of `table` [_, inputs] that `indices`
  /// names, packed as `sequences` says.
  package func callAsFunction(
    _ table: Parameter<S>, _ indices: IndexInput, _ sequences: PackedSequences
  ) -> Tensor<S> {
    states(gatherProduct(table, indices, input), sequences)
  }

  private func states(_ a: Tensor<S>, _ sequences: PackedSequences) -> Tensor<S> {
    let operation = GRU(a, sequences, recurrent, bias)
    return Tensor(rows: a.capacity, columns: recurrent.rows, by: operation)
  }
}
