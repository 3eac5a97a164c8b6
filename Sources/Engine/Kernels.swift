import CKernels

var kernels: KernelTable {
  @inline(__always) _read { yield kernel_table_best().pointee }
}

// What each computes stands at the requirement in `Scalar`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Float: Scalar {
  package static func add(_ n: Int, _ x: Source, _ y: Target) { kernels.add(n, x, y) }

  package static func axpy(_ n: Int, _ a: Float, _ x: Source, _ y: Target) {
    kernels.axpy(n, a, x, y)
  }

  package static func scale(_ n: Int, _ a: Float, _ x: Source, _ y: Target) {
    kernels.scale(n, a, x, y)
  }

  package static func multiply(_ n: Int, _ x: Source, _ y: Source, _ z: Target) {
    kernels.multiply(n, x, y, z)
  }

  package static func multiplyAdd(_ n: Int, _ x: Source, _ y: Source, _ z: Target) {
    kernels.multiply_add(n, x, y, z)
  }

  package static func drop(
    _ n: Int, _ words: UnsafePointer<UInt16>, _ threshold: UInt32, _ kept: Float, _ x: Source,
    _ y: Target
  ) {
    kernels.drop(n, words, threshold, kept, x, y)
  }

  package static func dot(_ n: Int, _ x: Source, _ y: Source) -> Float { kernels.dot(n, x, y) }

  package static func sum(_ n: Int, _ x: Source) -> Float { kernels.sum(n, x) }

  package static func maskedSquare(_ n: Int, _ x: Source, _ mask: Source) -> Float {
    kernels.masked_square(n, x, mask)
  }

  package static func maskedAxpy(_ n: Int, _ a: Float, _ x: Source, _ mask: Source, _ y: Target) {
    kernels.masked_axpy(n, a, x, mask, y)
  }

  package static func addRow(_ rows: Int, _ columns: Int, _ bias: Source, _ y: Target) {
    kernels.add_row(rows, columns, bias, y)
  }

  package static func columnSums(_ rows: Int, _ columns: Int, _ x: Source, _ sums: Target) {
    kernels.column_sums(rows, columns, x, sums)
  }

  package static func gatherSum(
    _ count: Int, _ rows: UnsafePointer<Int32>, _ columns: Int, _ table: Source, _ y: Target
  ) {
    kernels.gather_sum(count, rows, columns, table, y)
  }

  package static func exponential(_ n: Int, _ x: Source, _ y: Target) {
    kernels.exponential(n, x, y)
  }

  package static func sigmoid(_ n: Int, _ x: Source, _ y: Target) { kernels.sigmoid(n, x, y) }

  package static func sigmoidBackward(_ n: Int, _ y: Source, _ d: Target) {
    kernels.sigmoid_backward(n, y, d)
  }

  package static func hyperbolicTangent(_ n: Int, _ x: Source, _ y: Target) {
    kernels.hyperbolic_tangent(n, x, y)
  }

  package static func hyperbolicTangentBackward(_ n: Int, _ y: Source, _ d: Target) {
    kernels.hyperbolic_tangent_backward(n, y, d)
  }

  package static func leakyReLU(_ n: Int, _ slope: Float, _ x: Source, _ y: Target) {
    kernels.leaky_relu(n, slope, x, y)
  }

  package static func leakyReLUBackward(_ n: Int, _ slope: Float, _ y: Source, _ d: Target) {
    kernels.leaky_relu_backward(n, slope, y, d)
  }

  package static func softmax(
    _ rows: Int, _ columns: Int, _ scale: Float, _ x: Source, _ y: Target
  ) {
    kernels.softmax(rows, columns, scale, x, y)
  }

  package static func gru(
    _ rows: Int, _ width: Int, _ input: Source, _ bias: Source, _ recurrent: Source,
    _ before: Source, _ gates: Target, _ after: Target
  ) {
    kernels.gru(rows, width, input, bias, recurrent, before, gates, after)
  }

  package static func gruBackward(
    _ rows: Int, _ width: Int, _ gates: Source, _ recurrent: Target, _ before: Source, _ d: Target,
    _ da: Target
  ) {
    kernels.gru_backward(rows, width, gates, recurrent, before, d, da)
  }

  package static func lstm(
    _ rows: Int, _ width: Int, _ bias: Source, _ before: Source, _ gates: Target, _ cells: Target,
    _ squashed: Target, _ after: Target
  ) {
    kernels.lstm(rows, width, bias, before, gates, cells, squashed, after)
  }

  package static func lstmBackward(
    _ rows: Int, _ width: Int, _ gates: Source, _ before: Source, _ squashed: Source, _ d: Source,
    _ cell: Target, _ da: Target
  ) {
    kernels.lstm_backward(rows, width, gates, before, squashed, d, cell, da)
  }

  package static func layerNorm(
    _ rows: Int, _ width: Int, _ epsilon: Float, _ x: Source, _ gain: Source, _ bias: Source,
    _ normal: Target, _ inverse: Target, _ y: Target
  ) {
    kernels.layer_norm(rows, width, epsilon, x, gain, bias, normal, inverse, y)
  }

  package static func layerNormBackward(
    _ rows: Int, _ width: Int, _ normal: Source, _ inverse: Source, _ gain: Source, _ d: Target,
    _ dGain: Target, _ dBias: Target
  ) {
    kernels.layer_norm_backward(rows, width, normal, inverse, gain, d, dGain, dBias)
  }

  package static func gelu(_ n: Int, _ x: Source, _ y: Target) { kernels.gelu(n, x, y) }

  package static func geluBackward(_ n: Int, _ x: Source, _ d: Target) {
    kernels.gelu_backward(n, x, d)
  }

  package static func additiveScores(
    _ left: Int, _ right: Int, _ width: Int, _ slope: Float, _ u: Source, _ v: Source,
    _ w: Source, _ y: Target
  ) {
    kernels.additive_scores(left, right, width, slope, u, v, w, y)
  }

  package static func additiveScoresBackward(
    _ left: Int, _ right: Int, _ width: Int, _ slope: Float, _ u: Source, _ v: Source,
    _ w: Source, _ dy: Source, _ du: Target, _ dv: Target, _ dw: Target
  ) {
    kernels.additive_scores_backward(left, right, width, slope, u, v, w, dy, du, dv, dw)
  }

  package static func adam(
    _ n: Int, _ w: Target, _ g: Source, _ m: Target, _ v: Target, step: Float, beta1: Float,
    beta2: Float, epsilon: Float, l2: Float, decay: Float
  ) {
    kernels.adam(n, w, g, m, v, step, beta1, beta2, epsilon, l2, decay)
  }

  package static func momentum(
    _ n: Int, _ w: Target, _ g: Source, _ u: Target, step: Float, momentum: Float, l2: Float,
    decay: Float
  ) {
    kernels.momentum(n, w, g, u, step, momentum, l2, decay)
  }

  package static func sgd(_ n: Int, _ w: Target, _ g: Source, step: Float, l2: Float, decay: Float)
  {
    kernels.sgd(n, w, g, step, l2, decay)
  }
}

/// `y = x`, bytes to floats: masks are kept as bytes.
package func widen(_ n: Int, _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<Float>) {
  kernels.widen(n, x, y)
}

/// One pass of stochastic gradient descent for MF-BPR, in the order of the triples.
///
/// `x = b_i − b_j + p_u · (q_i − q_j)`; each triple moves its three rows and two biases down
/// `−ln σ(x) + (l2/2)‖Θ‖²` (Rendle et al. 2009, figure 4), a step that is too short for a graph.
/// - Parameters:
///   - triples: user, preferred item, other item, user, … ; `3 · count` numbers.
///   - users: [users, factors]; `items`: [items, factors]; `biases`: [items].
/// - Returns: the sum of `−ln σ(x)` before each step.
package func descendPairwise(
  triples: UnsafePointer<Int32>, count: Int, factors: Int, users: UnsafeMutablePointer<Float>,
  items: UnsafeMutablePointer<Float>, biases: UnsafeMutablePointer<Float>, learningRate: Float,
  l2: Float
) -> Double {
  kernels.bpr(count, triples, factors, users, items, biases, learningRate, l2)
}
