/// A floating-point type that the engine computes in: the element-wise kernels and the matrix
/// product, over contiguous memory.
///
/// `Float` runs them in C with run-time dispatch; the tests bring `Double`, written as plain loops,
/// so that every gradient is checked in double precision and every kernel against a reference.
package protocol Scalar: BinaryFloatingPoint, Sendable {
  typealias Source = UnsafePointer<Self>
  typealias Target = UnsafeMutablePointer<Self>

  /// `c = alpha · op(a) · op(b) + beta · c`, row-major, `op(a)` [m, k], `op(b)` [k, n], `c` [m, n].
  static func gemm(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Self,
    _ a: Source, _ lda: Int, _ b: Source, _ ldb: Int, _ beta: Self, _ c: Target, _ ldc: Int)

  /// `y += x`.
  static func add(_ n: Int, _ x: Source, _ y: Target)
  /// `y += a x`.
  static func axpy(_ n: Int, _ a: Self, _ x: Source, _ y: Target)
  /// `y = a x`; `x` and `y` may be the same memory.
  static func scale(_ n: Int, _ a: Self, _ x: Source, _ y: Target)
  /// `z = x ⊙ y`.
  static func multiply(_ n: Int, _ x: Source, _ y: Source, _ z: Target)
  /// `z += x ⊙ y`.
  static func multiplyAdd(_ n: Int, _ x: Source, _ y: Source, _ z: Target)
  /// `y = 0` where `words` are below the threshold, else `kept · x`; `x` and `y` may be the same
  /// memory.
  static func drop(
    _ n: Int, _ words: UnsafePointer<UInt16>, _ threshold: UInt32, _ kept: Self, _ x: Source,
    _ y: Target)
  /// `Σ x y`.
  static func dot(_ n: Int, _ x: Source, _ y: Source) -> Self
  /// `Σ x`.
  static func sum(_ n: Int, _ x: Source) -> Self
  /// `Σ mask x²`.
  static func maskedSquare(_ n: Int, _ x: Source, _ mask: Source) -> Self
  /// `y += a mask x`.
  static func maskedAxpy(_ n: Int, _ a: Self, _ x: Source, _ mask: Source, _ y: Target)
  /// Adds `bias` [columns] to every row of `y` [rows, columns].
  static func addRow(_ rows: Int, _ columns: Int, _ bias: Source, _ y: Target)
  /// Adds the column sums of `x` [rows, columns] to `sums` [columns].
  static func columnSums(_ rows: Int, _ columns: Int, _ x: Source, _ sums: Target)
  /// `y` [columns] = the sum of the rows of `table` that `rows` [count] names.
  static func gatherSum(
    _ count: Int, _ rows: UnsafePointer<Int32>, _ columns: Int, _ table: Source, _ y: Target)
  /// `y = eˣ`; `x` and `y` may be the same memory, here and in the nonlinearities.
  static func exponential(_ n: Int, _ x: Source, _ y: Target)
  /// `y = 1 / (1 + e⁻ˣ)`.
  static func sigmoid(_ n: Int, _ x: Source, _ y: Target)
  /// `d *= y (1 − y)`: the gradient by `y` becomes that by `x`.
  static func sigmoidBackward(_ n: Int, _ y: Source, _ d: Target)
  /// `y = tanh x`.
  static func hyperbolicTangent(_ n: Int, _ x: Source, _ y: Target)
  /// `d *= 1 − y²`.
  static func hyperbolicTangentBackward(_ n: Int, _ y: Source, _ d: Target)
  /// `y = x` where positive, else `slope · x`; slope 0 is the ReLU.
  static func leakyReLU(_ n: Int, _ slope: Self, _ x: Source, _ y: Target)
  /// `d *= slope` where `y` is not positive.
  static func leakyReLUBackward(_ n: Int, _ slope: Self, _ y: Source, _ d: Target)
  /// Softmax of `scale · x` in every row of [rows, columns].
  static func softmax(_ rows: Int, _ columns: Int, _ scale: Self, _ x: Source, _ y: Target)
  /// One step of recurrent units; see `GRU`. `input`, `recurrent` and, becoming `r, z, n`, `gates`
  /// are [rows, 3 · width], `bias` [3 · width], `before` and `after` [rows, width].
  static func gru(
    _ rows: Int, _ width: Int, _ input: Source, _ bias: Source, _ recurrent: Source,
    _ before: Source, _ gates: Target, _ after: Target)
  /// The way back: `d`, the gradient by `after`, becomes that by `before` but for what went through
  /// `recurrent`, which becomes the gradient by itself; `da` is that by `input`, and may be
  /// `gates`.
  static func gruBackward(
    _ rows: Int, _ width: Int, _ gates: Source, _ recurrent: Target, _ before: Source, _ d: Target,
    _ da: Target)
  /// One step of long short-term memory; see `LSTM`. `gates` [rows, 4 · width], what inputs and
  /// state say without `bias` [4 · width], become `i, f, g, o`; `before` and `cells` are the cell
  /// before and after, `squashed` its tanh, `after` the state, [rows, width].
  static func lstm(
    _ rows: Int, _ width: Int, _ bias: Source, _ before: Source, _ gates: Target, _ cells: Target,
    _ squashed: Target, _ after: Target)
  /// The way back: `d` is the gradient by `after`; `cell`, that by the cell after, becomes that by
  /// the cell before; `da` is that by what the gates were made of, and may be `gates`.
  static func lstmBackward(
    _ rows: Int, _ width: Int, _ gates: Source, _ before: Source, _ squashed: Source, _ d: Source,
    _ cell: Target, _ da: Target)
  /// Every row of `x` [rows, width] normalised, scaled and shifted; see `LayerNorm`. `normal`
  /// [rows, width] and `inverse` [rows] are kept for the way back.
  static func layerNorm(
    _ rows: Int, _ width: Int, _ epsilon: Self, _ x: Source, _ gain: Source, _ bias: Source,
    _ normal: Target, _ inverse: Target, _ y: Target)
  /// `d`, the gradient by `y`, becomes that by `x`; those by gain and bias are added.
  static func layerNormBackward(
    _ rows: Int, _ width: Int, _ normal: Source, _ inverse: Source, _ gain: Source, _ d: Target,
    _ dGain: Target, _ dBias: Target)
  /// `y = x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`.
  static func gelu(_ n: Int, _ x: Source, _ y: Target)
  /// `d *=` the slope of `gelu` at `x`.
  static func geluBackward(_ n: Int, _ x: Source, _ d: Target)
  /// `y_ij = Σ_k w_k f(u_ik + v_kj)`, `f` the leaky ReLU; `u` [left, width], `v` [width, right],
  /// `w` [width], `y` [left, right]; see `AdditiveScores`.
  static func additiveScores(
    _ left: Int, _ right: Int, _ width: Int, _ slope: Self, _ u: Source, _ v: Source, _ w: Source,
    _ y: Target)
  /// Adds the gradients by `u`, `v` and `w`, given `dy` [left, right].
  static func additiveScoresBackward(
    _ left: Int, _ right: Int, _ width: Int, _ slope: Self, _ u: Source, _ v: Source, _ w: Source,
    _ dy: Source, _ du: Target, _ dv: Target, _ dw: Target)
  /// One Adam step; see `Adam`.
  static func adam(
    _ n: Int, _ w: Target, _ g: Source, _ m: Target, _ v: Target, step: Self, beta1: Self,
    beta2: Self, epsilon: Self, l2: Self, decay: Self)
  /// One step of gradient descent with momentum; see `SGD`.
  static func momentum(
    _ n: Int, _ w: Target, _ g: Source, _ u: Target, step: Self, momentum: Self, l2: Self,
    decay: Self)
  /// One step of plain gradient descent; see `SGD`.
  static func sgd(_ n: Int, _ w: Target, _ g: Source, step: Self, l2: Self, decay: Self)
}
