/// A layer of gates alone over `a = x W`; the formula is at `GatesAlone`.
///
/// Start: `W` and `U` Glorot uniform for each gate. Parameters: `<name>/input`, `<name>/recurrent`.
package struct GatedState<S: Scalar> {
  /// `W` [inputs, 3 · width], `U` [width, 3 · width], the gates in the order forget, memory, output.
  private let input, recurrent: Parameter<S>

  /// A layer from `inputs` numbers a row to a state of `width`.
  package init(_ name: String, inputs: Int, width: Int, in store: ParameterStore<S>) {
    input = store.make(
      "\(name)/input", rows: inputs, columns: 3 * width,
      .glorotUniform(inputs: inputs, outputs: width))
    recurrent = store.make(
      "\(name)/recurrent", rows: width, columns: 3 * width,
      .glorotUniform(inputs: width, outputs: width))
  }

  /// The state after each row, [rows, width], for `x` [rows, inputs] block after block.
  package func callAsFunction(_ x: Tensor<S>, _ order: SequenceOrder) -> Tensor<S> {
    let states = gatesAlone(product(selectRows(x, order.steps), input), order.packed, recurrent)
    return selectRows(states, order.rows)
  }
}
