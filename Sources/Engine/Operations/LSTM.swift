/// Long short-term memory (Hochreiter & Schmidhuber 1997, with the forget gate of Gers, Schmidhuber
/// & Cummins 2000), without peepholes:
///
/// ```
/// i = σ(a_i + b_i + h U_i)   f = σ(a_f + b_f + h U_f)   o = σ(a_o + b_o + h U_o)
/// g = tanh(a_g + b_g + h U_g)   c' = f ⊙ c + i ⊙ g   h' = o ⊙ tanh c',   h = c = 0 at first
/// ```
///
/// Shapes: `a` [rows, 4 · width] packed, what the inputs say of i, f, g, o in this order (that of
/// PyTorch and cuDNN); `U` [width, 4 · width], `b` [1, 4 · width], `y` [rows, width], the state
/// after each row.
///
/// Backward, from the last step to the first, with `ē = dc' + dh' o (1 − tanh² c')`: `dī = ē g i(1−i)`,
/// `df̄ = ē c f(1−f)`, `dḡ = ē i (1−g²)`, `dō = dh' tanh c' o(1−o)`; `dc = ē f`, `dh = dā Uᵀ`; over
/// all steps at once `da = dā`, `db = Σ_rows dā`, `dU = hᵀ dā`.
final class LSTM<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let sequences: PackedSequences
  private let width: Int
  /// The gates, then the gradients by what they are made of, [rows, 4 · width].
  private let gates: Buffer<S>
  private let biasSlopes: Buffer<S>
  /// State and cell before each row, the cell after it and its tanh, [rows, width].
  private let before, cellBefore, cell, squashed: Buffer<S>
  /// The gradients by state and cell after one step, [sequences, width].
  private let change, cellChange: Buffer<S>

  init(
    _ a: Tensor<S>, _ sequences: PackedSequences, _ recurrence: Parameter<S>, _ bias: Parameter<S>
  ) {
    width = recurrence.rows
    precondition(
      a.columns == 4 * width && recurrence.columns == 4 * width && bias.count == 4 * width,
      "\(recurrence.name) [\(recurrence.rows), \(recurrence.columns)] and \(bias.count) biases do not"
        + " fit a [_, \(a.columns)]")
    (inputs, self.sequences, parameters) = ([a], sequences, [recurrence, bias])
    gates = Buffer(a.capacity * 4 * width)
    biasSlopes = Buffer(4 * width)
    (before, cellBefore) = (Buffer(a.capacity * width), Buffer(a.capacity * width))
    (cell, squashed) = (Buffer(a.capacity * width), Buffer(a.capacity * width))
    (change, cellChange) = (Buffer(a.capacity * width), Buffer(a.capacity * width))
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (a, recurrence, bias) = (inputs[0], parameters[0], parameters[1])
    precondition(a.rows == sequences.rows, "\(a.rows) rows are not \(sequences.rows) of sequences")
    y.rows = a.rows
    let wide = 4 * width
    copy(a.rows * wide, a.value, gates.pointer)
    for step in 0..<sequences.steps {
      let (row, count) = (sequences.starts[step], sequences.count(at: step))
      let (h, c) = (before.pointer + row * width, cellBefore.pointer + row * width)
      let own = gates.pointer + row * wide
      if step == 0 {
        clear(h, count * width)
        clear(c, count * width)
      } else {
        let last = sequences.starts[step - 1] * width
        copy(count * width, y.value + last, h)
        copy(count * width, cell.pointer + last, c)
        S.gemm(false, false, count, wide, width, 1, h, width, recurrence.value, wide, 1, own, wide)
      }
      S.lstm(
        count, width, bias.value, c, own, cell.pointer + row * width,
        squashed.pointer + row * width, y.value + row * width)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (recurrence, wide) = (parameters[0], 4 * width)
    var later = 0
    for step in stride(from: sequences.steps - 1, through: 0, by: -1) {
      let (row, count) = (sequences.starts[step], sequences.count(at: step))
      // Those that end here get no gradient from a later step.
      clear(change.pointer + later * width, (count - later) * width)
      clear(cellChange.pointer + later * width, (count - later) * width)
      later = count
      S.add(count * width, y.gradient + row * width, change.pointer)
      let own = gates.pointer + row * wide
      S.lstmBackward(
        count, width, own, cellBefore.pointer + row * width, squashed.pointer + row * width,
        change.pointer, cellChange.pointer, own)
      if step > 0 {
        S.gemm(
          false, true, count, width, wide, 1, own, wide, recurrence.value, wide, 0, change.pointer,
          width)
      }
    }
    biasSlopes.clear()
    S.columnSums(y.rows, wide, gates.pointer, biasSlopes.pointer)
    inputs[0].addGradient(gates.pointer)
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    let wide = 4 * width
    if parameter === parameters[0] {
      S.gemm(
        true, false, rows.count, wide, y.rows, 1, before.pointer + rows.lowerBound, width,
        gates.pointer, wide, beta, target, wide)
    } else {
      if beta == 0 { clear(target, wide) }
      S.add(wide, biasSlopes.pointer, target)
    }
  }
}

/// The states of a layer of long short-term memory; see `LSTM`.
package func lstm<S>(
  _ a: Tensor<S>, _ sequences: PackedSequences, _ recurrence: Parameter<S>, _ bias: Parameter<S>
) -> Tensor<S> {
  Tensor(rows: a.capacity, columns: recurrence.rows, by: LSTM(a, sequences, recurrence, bias))
}
