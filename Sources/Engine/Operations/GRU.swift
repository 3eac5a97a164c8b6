/// How the rows of a batch make up sequences of several lengths, packed without padding.
///
/// Rows go step by step: first the first row of every sequence, then the second of those that have
/// one, … Sequences are sorted by length, the longest first, so those that go on at a step are the
/// first of the step before, and nothing is masked because nothing is computed in vain.
package final class PackedSequences {
  /// The most rows of a batch, over all its sequences.
  package let capacity: Int
  /// The most steps of a sequence.
  package let maxLength: Int
  /// The steps of the longest sequence.
  package private(set) var steps = 0
  /// The rows of all steps.
  package private(set) var rows = 0
  /// Where each step's rows start; `steps + 1` offsets are in use.
  package let starts: UnsafeMutablePointer<Int>

  /// Room for `capacity` rows in all and `maxLength` steps a sequence.
  package init(capacity: Int, maxLength: Int) {
    (self.capacity, self.maxLength) = (capacity, maxLength)
    starts = .allocate(capacity: maxLength + 1)
    starts.initialize(repeating: 0, count: maxLength + 1)
  }

  deinit { starts.deallocate() }

  /// Makes `count` sequences the batch, the k-th of `length(k)` rows; lengths must not ascend, and
  /// none is 0.
  package func set(count: Int, length: (Int) -> Int) {
    (steps, rows) = (count == 0 ? 0 : length(0), 0)
    precondition(steps <= maxLength, "\(steps) steps in room for \(maxLength)")
    for step in 0...steps { starts[step] = 0 }
    var before = steps
    for sequence in 0..<count {
      let own = length(sequence)
      precondition(own > 0 && own <= before, "lengths have to descend, and end above 0")
      before = own
      rows += own
      starts[own] += 1
    }
    precondition(rows <= capacity, "\(rows) rows in room for \(capacity)")
    // From the number of sequences that end after a step to where each step starts.
    var (going, end) = (0, rows)
    for step in stride(from: steps, to: 0, by: -1) {
      going += starts[step]
      starts[step] = end
      end -= going
    }
  }

  /// The sequences that have a row at `step`.
  package func count(at step: Int) -> Int { starts[step + 1] - starts[step] }

  /// The row of step `step` of sequence `sequence`.
  package func row(of sequence: Int, step: Int) -> Int { starts[step] + sequence }
}

/// Gated recurrent units (Cho et al. 2014), the reset gate behind the recurrent product as in
/// cuDNN:
///
/// ```
/// r = σ(a_r + b_r + h U_r)      z = σ(a_z + b_z + h U_z)
/// n = tanh(a_n + b_n + r ⊙ (h U_n))      h' = (1 − z) ⊙ n + z ⊙ h,   h = 0 at first
/// ```
///
/// Shapes: `a` [rows, 3 · width] packed, what the inputs say of r, z, n in this order; `U` [width,
/// 3 · width], `b` [1, 3 · width], `y` [rows, width], the state after each row. Departure from
/// cuDNN: the recurrent product has no bias of its own.
///
/// Backward, from the last step to the first, with `dn̄ = dh' (1−z)(1−n²)`, `dz̄ = dh' (h−n)
/// z(1−z)`, `dr̄ = dn̄ (h U_n) r(1−r)`: `dh = z dh' + [dr̄, dz̄, r dn̄] Uᵀ`; over all steps at once
/// `da = [dr̄, dz̄, dn̄]`, `db = Σ_rows da`, `dU = hᵀ [dr̄, dz̄, r dn̄]`.
final class GRU<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let sequences: PackedSequences
  private let width: Int
  /// The gates, [rows, 3 · width].
  private let gates: Buffer<S>
  /// `db`, [1, 3 · width]: others may add to the gradient by the input, of which it is the sum
  /// here.
  private let biasSlopes: Buffer<S>
  /// `h U`, then the gradients by it, [rows, 3 · width].
  private let recurrent: Buffer<S>
  /// `h`, the state before each row, [rows, width].
  private let before: Buffer<S>
  /// The gradient by the state after one step, [sequences, width].
  private let change: Buffer<S>

  init(
    _ a: Tensor<S>, _ sequences: PackedSequences, _ recurrence: Parameter<S>, _ bias: Parameter<S>
  ) {
    width = recurrence.rows
    precondition(
      a.columns == 3 * width && recurrence.columns == 3 * width && bias.count == 3 * width,
      "\(recurrence.name) [\(recurrence.rows), \(recurrence.columns)] and \(bias.count) biases do not"
        + " fit a [_, \(a.columns)]")
    (inputs, self.sequences, parameters) = ([a], sequences, [recurrence, bias])
    gates = Buffer(a.capacity * 3 * width)
    biasSlopes = Buffer(3 * width)
    recurrent = Buffer(a.capacity * 3 * width)
    before = Buffer(a.capacity * width)
    change = Buffer(a.capacity * width)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (a, recurrence, bias) = (inputs[0], parameters[0], parameters[1])
    precondition(a.rows == sequences.rows, "\(a.rows) rows are not \(sequences.rows) of sequences")
    y.rows = a.rows
    let wide = 3 * width
    for step in 0..<sequences.steps {
      let (row, count) = (sequences.starts[step], sequences.count(at: step))
      let (h, u) = (before.pointer + row * width, recurrent.pointer + row * wide)
      if step == 0 {
        clear(h, count * width)
        clear(u, count * wide)
      } else {
        copy(count * width, y.value + sequences.starts[step - 1] * width, h)
        S.gemm(false, false, count, wide, width, 1, h, width, recurrence.value, wide, 0, u, wide)
      }
      S.gru(
        count, width, a.value + row * wide, bias.value, u, h, gates.pointer + row * wide,
        y.value + row * width)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (recurrence, wide) = (parameters[0], 3 * width)
    let own = inputs[0].productGradient()
    // Into the room of the input's gradient where nothing is in it yet, else into that of the
    // gates.
    let slopes = own?.beta == 0 ? own?.pointer ?? gates.pointer : gates.pointer
    var later = 0
    for step in stride(from: sequences.steps - 1, through: 0, by: -1) {
      let (row, count) = (sequences.starts[step], sequences.count(at: step))
      // Those that end here get no gradient from a later step.
      clear(change.pointer + later * width, (count - later) * width)
      later = count
      S.add(count * width, y.gradient + row * width, change.pointer)
      let u = recurrent.pointer + row * wide
      S.gruBackward(
        count, width, gates.pointer + row * wide, u, before.pointer + row * width, change.pointer,
        slopes + row * wide)
      if step > 0 {
        S.gemm(
          false, true, count, width, wide, 1, u, wide, recurrence.value, wide, 1, change.pointer,
          width)
      }
    }
    biasSlopes.clear()
    S.columnSums(y.rows, wide, slopes, biasSlopes.pointer)
    if let (da, beta) = own, beta == 1 { S.add(y.rows * wide, slopes, da) }
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    let wide = 3 * width
    if parameter === parameters[0] {
      S.gemm(
        true, false, rows.count, wide, y.rows, 1, before.pointer + rows.lowerBound, width,
        recurrent.pointer, wide, beta, target, wide)
    } else {
      if beta == 0 { clear(target, wide) }
      S.add(wide, biasSlopes.pointer, target)
    }
  }
}
