/// A layer of long short-term memory over `a = x W`; the formula is at `LSTM`.
///
/// Start: `W` and `U` Glorot uniform for each gate, `b` zero.
/// Parameters: `<name>/input`, `<name>/recurrent`, `<name>/bias`.
package struct LongShortTermMemory<S: Scalar> {
  /// `W` [inputs, 4 · width], `U` [width, 4 · width], the gates in the order input, forget,
  /// candidate, output.
  private let input, recurrent: Parameter<S>
  /// `b` [1, 4 · width].
  private let bias: Parameter<S>

  /// A layer from `inputs` numbers a row to a state of `width`.
  package init(_ name: String, inputs: Int, width: Int, in store: ParameterStore<S>) {
    input = store.make(
      "\(name)/input", rows: inputs, columns: 4 * width,
      .glorotUniform(inputs: inputs, outputs: width))
    recurrent = store.make(
      "\(name)/recurrent", rows: width, columns: 4 * width,
      .glorotUniform(inputs: width, outputs: width))
    bias = store.make("\(name)/bias", rows: 1, columns: 4 * width, .zeros)
  }

  /// The state after each row, [rows, width], for `x` [rows, inputs] block after block.
  package func callAsFunction(_ x: Tensor<S>, _ order: SequenceOrder) -> Tensor<S> {
    let states = lstm(product(selectRows(x, order.steps), input), order.packed, recurrent, bias)
    return selectRows(states, order.rows)
  }
}
