/// The recurrent unit that equation 5 of Zhao (2024) prints: three gates, and neither cell nor
/// candidate.
///
/// ```
/// f = σ(a_f + h U_f)   i = σ(a_i + h U_i)   o = σ(a_o + h U_o)
/// h' = o ⊙ (f ⊙ h + i),   h = 0 at first
/// ```
///
/// The last line is what is left of long short-term memory, `c' = f ⊙ c + i ⊙ g`, `h' = o ⊙ tanh c'`,
/// where the state stands for the cell and there is no candidate `g`.
///
/// Shapes: `a` [rows, 3 · width] packed, for f, i, o in this order; `U` [width, 3 · width], `y`
/// [rows, width], the state after each row.
///
/// Backward, from the last step to the first, with `s = f ⊙ h + i` and `ē = dh' o`: `dā_o = dh' s
/// o(1−o)`, `dā_f = ē h f(1−f)`, `dā_i = ē i(1−i)`; `dh = ē f + dā Uᵀ`, `da = dā`, `dU = hᵀ dā`.
final class GatesAlone<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let sequences: PackedSequences
  private let width: Int
  /// The gates, then the gradients by what they are made of, [rows, 3 · width].
  private let gates: Buffer<S>
  /// The state before each row, [rows, width].
  private let before: Buffer<S>
  /// The gradient by the state after one step, [sequences, width].
  private let change: Buffer<S>

  init(_ a: Tensor<S>, _ sequences: PackedSequences, _ recurrence: Parameter<S>) {
    width = recurrence.rows
    precondition(
      a.columns == 3 * width && recurrence.columns == 3 * width,
      "\(recurrence.name) [\(recurrence.rows), \(recurrence.columns)] does not fit a [_,"
        + " \(a.columns)]")
    (inputs, self.sequences, parameters) = ([a], sequences, [recurrence])
    gates = Buffer(a.capacity * 3 * width)
    (before, change) = (Buffer(a.capacity * width), Buffer(a.capacity * width))
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (a, recurrence) = (inputs[0], parameters[0])
    precondition(a.rows == sequences.rows, "\(a.rows) rows are not \(sequences.rows) of sequences")
    y.rows = a.rows
    let wide = 3 * width
    copy(a.rows * wide, a.value, gates.pointer)
    for step in 0..<sequences.steps {
      let (row, count) = (sequences.starts[step], sequences.count(at: step))
      let (h, own) = (before.pointer + row * width, gates.pointer + row * wide)
      if step == 0 {
        clear(h, count * width)
      } else {
        copy(count * width, y.value + sequences.starts[step - 1] * width, h)
        S.gemm(false, false, count, wide, width, 1, h, width, recurrence.value, wide, 1, own, wide)
      }
      S.sigmoid(count * wide, own, own)
      for place in 0..<count {
        let (f, after) = (own + place * wide, y.value + (row + place) * width)
        let (i, o, h) = (f + width, f + 2 * width, h + place * width)
        for k in 0..<width { after[k] = o[k] * (f[k] * h[k] + i[k]) }
      }
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (recurrence, wide) = (parameters[0], 3 * width)
    var later = 0
    for step in stride(from: sequences.steps - 1, through: 0, by: -1) {
      let (row, count) = (sequences.starts[step], sequences.count(at: step))
      // Those that end here get no gradient from a later step.
      clear(change.pointer + later * width, (count - later) * width)
      later = count
      S.add(count * width, y.gradient + row * width, change.pointer)
      let own = gates.pointer + row * wide
      for place in 0..<count {
        let (f, d) = (own + place * wide, change.pointer + place * width)
        let (i, o, h) = (f + width, f + 2 * width, before.pointer + (row + place) * width)
        for k in 0..<width {
          let (forget, enter, leave) = (f[k], i[k], o[k])
          let inner = d[k] * leave
          o[k] = d[k] * (forget * h[k] + enter) * leave * (1 - leave)
          f[k] = inner * h[k] * forget * (1 - forget)
          i[k] = inner * enter * (1 - enter)
          d[k] = inner * forget
        }
      }
      if step > 0 {
        S.gemm(
          false, true, count, width, wide, 1, own, wide, recurrence.value, wide, 1, change.pointer,
          width)
      }
    }
    inputs[0].addGradient(gates.pointer)
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    let wide = 3 * width
    S.gemm(
      true, false, rows.count, wide, y.rows, 1, before.pointer + rows.lowerBound, width,
      gates.pointer, wide, beta, target, wide)
  }
}

/// The states of a layer of gates alone; see `GatesAlone`.
package func gatesAlone<S>(
  _ a: Tensor<S>, _ sequences: PackedSequences, _ recurrence: Parameter<S>
) -> Tensor<S> {
  Tensor(rows: a.capacity, columns: recurrence.rows, by: GatesAlone(a, sequences, recurrence))
}
