import Engine
import Foundation

/// The engine's arithmetic in double precision, as plain loops over the textbook formulas.
///
/// It shares nothing with the kernels: gradients are checked in it, and kernels against it.
// Documented in `Scalar`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Double: Scalar {
  package static func gemm(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double,
    _ a: Source, _ lda: Int, _ b: Source, _ ldb: Int, _ beta: Double, _ c: Target, _ ldc: Int
  ) {
    for row in 0..<m {
      for column in 0..<n {
        var total = 0.0
        for inner in 0..<k {
          let left = transposeA ? a[inner * lda + row] : a[row * lda + inner]
          let right = transposeB ? b[column * ldb + inner] : b[inner * ldb + column]
          total += left * right
        }
        let place = row * ldc + column
        // As in BLAS, beta 0 overwrites whatever was there, NaN included.
        c[place] = alpha * total + (beta == 0 ? 0 : beta * c[place])
      }
    }
  }

  package static func add(_ n: Int, _ x: Source, _ y: Target) { for i in 0..<n { y[i] += x[i] } }

  package static func axpy(_ n: Int, _ a: Double, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] += a * x[i] }
  }

  package static func scale(_ n: Int, _ a: Double, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] = a * x[i] }
  }

  package static func multiply(_ n: Int, _ x: Source, _ y: Source, _ z: Target) {
    for i in 0..<n { z[i] = x[i] * y[i] }
  }

  package static func multiplyAdd(_ n: Int, _ x: Source, _ y: Source, _ z: Target) {
    for i in 0..<n { z[i] += x[i] * y[i] }
  }

  package static func drop(
    _ n: Int, _ words: UnsafePointer<UInt16>, _ threshold: UInt32, _ kept: Double, _ x: Source,
    _ y: Target
  ) {
    for i in 0..<n { y[i] = words[i] < threshold ? 0 : kept * x[i] }
  }

  package static func dot(_ n: Int, _ x: Source, _ y: Source) -> Double {
    var total = 0.0
    for i in 0..<n { total += x[i] * y[i] }
    return total
  }

  package static func sum(_ n: Int, _ x: Source) -> Double {
    var total = 0.0
    for i in 0..<n { total += x[i] }
    return total
  }

  package static func maskedSquare(_ n: Int, _ x: Source, _ mask: Source) -> Double {
    var total = 0.0
    for i in 0..<n { total += mask[i] * x[i] * x[i] }
    return total
  }

  package static func maskedAxpy(
    _ n: Int, _ a: Double, _ x: Source, _ mask: Source, _ y: Target
  ) {
    for i in 0..<n { y[i] += a * mask[i] * x[i] }
  }

  package static func addRow(_ rows: Int, _ columns: Int, _ bias: Source, _ y: Target) {
    for row in 0..<rows { for i in 0..<columns { y[row * columns + i] += bias[i] } }
  }

  package static func columnSums(_ rows: Int, _ columns: Int, _ x: Source, _ sums: Target) {
    for row in 0..<rows { for i in 0..<columns { sums[i] += x[row * columns + i] } }
  }

  package static func gatherSum(
    _ count: Int, _ rows: UnsafePointer<Int32>, _ columns: Int, _ table: Source, _ y: Target
  ) {
    for i in 0..<columns {
      y[i] = (0..<count).reduce(0) { $0 + table[Int(rows[$1]) * columns + i] }
    }
  }

  package static func exponential(_ n: Int, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] = exp(x[i]) }
  }

  package static func sigmoid(_ n: Int, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] = 1 / (1 + exp(-x[i])) }
  }

  package static func sigmoidBackward(_ n: Int, _ y: Source, _ d: Target) {
    for i in 0..<n { d[i] *= y[i] * (1 - y[i]) }
  }

  package static func hyperbolicTangent(_ n: Int, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] = tanh(x[i]) }
  }

  package static func hyperbolicTangentBackward(_ n: Int, _ y: Source, _ d: Target) {
    for i in 0..<n { d[i] *= 1 - y[i] * y[i] }
  }

  package static func leakyReLU(_ n: Int, _ slope: Double, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] = x[i] > 0 ? x[i] : slope * x[i] }
  }

  package static func leakyReLUBackward(_ n: Int, _ slope: Double, _ y: Source, _ d: Target) {
    for i in 0..<n where y[i] <= 0 { d[i] *= slope }
  }

  package static func softmax(
    _ rows: Int, _ columns: Int, _ scale: Double, _ x: Source, _ y: Target
  ) {
    for row in 0..<rows {
      let (a, b) = (x + row * columns, y + row * columns)
      let top = (0..<columns).map { scale * a[$0] }.max() ?? 0
      for i in 0..<columns { b[i] = exp(scale * a[i] - top) }
      let total = sum(columns, b)
      for i in 0..<columns { b[i] /= total }
    }
  }

  package static func gru(
    _ rows: Int, _ width: Int, _ input: Source, _ bias: Source, _ recurrent: Source,
    _ before: Source, _ gates: Target, _ after: Target
  ) {
    for i in 0..<rows * width {
      let column = i % width
      let r = 3 * (i / width) * width + column
      let (z, n) = (r + width, r + 2 * width)
      gates[r] = 1 / (1 + exp(-input[r] - bias[column] - recurrent[r]))
      gates[z] = 1 / (1 + exp(-input[z] - bias[width + column] - recurrent[z]))
      gates[n] = tanh(input[n] + bias[2 * width + column] + gates[r] * recurrent[n])
      after[i] = (1 - gates[z]) * gates[n] + gates[z] * before[i]
    }
  }

  package static func gruBackward(
    _ rows: Int, _ width: Int, _ gates: Source, _ recurrent: Target, _ before: Source, _ d: Target,
    _ da: Target
  ) {
    for i in 0..<rows * width {
      let r = 3 * (i / width) * width + i % width
      let (z, n) = (r + width, r + 2 * width)
      let (reset, update, candidate) = (gates[r], gates[z], gates[n])
      let slope = d[i] * (1 - update) * (1 - candidate * candidate)
      da[n] = slope
      da[z] = d[i] * (before[i] - candidate) * update * (1 - update)
      da[r] = slope * recurrent[n] * reset * (1 - reset)
      (recurrent[r], recurrent[z], recurrent[n]) = (da[r], da[z], slope * reset)
      d[i] *= update
    }
  }

  package static func additiveScores(
    _ left: Int, _ right: Int, _ width: Int, _ slope: Double, _ u: Source, _ v: Source,
    _ w: Source, _ y: Target
  ) {
    for i in 0..<left {
      for j in 0..<right {
        y[i * right + j] = (0..<width).reduce(0) { total, k in
          let x = u[i * width + k] + v[k * right + j]
          return total + w[k] * (x > 0 ? x : slope * x)
        }
      }
    }
  }

  package static func additiveScoresBackward(
    _ left: Int, _ right: Int, _ width: Int, _ slope: Double, _ u: Source, _ v: Source,
    _ w: Source, _ dy: Source, _ du: Target, _ dv: Target, _ dw: Target
  ) {
    for i in 0..<left {
      for j in 0..<right {
        for k in 0..<width {
          let x = u[i * width + k] + v[k * right + j]
          let change = dy[i * right + j] * (x > 0 ? 1 : slope)
          du[i * width + k] += w[k] * change
          dv[k * right + j] += w[k] * change
          dw[k] += change * x
        }
      }
    }
  }

  package static func adam(
    _ n: Int, _ w: Target, _ g: Source, _ m: Target, _ v: Target, step: Double, beta1: Double,
    beta2: Double, epsilon: Double, l2: Double, decay: Double
  ) {
    for i in 0..<n {
      let gradient = g[i] + l2 * w[i]
      m[i] = beta1 * m[i] + (1 - beta1) * gradient
      v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient
      w[i] = w[i] - step * m[i] / (v[i].squareRoot() + epsilon) - decay * w[i]
    }
  }

  package static func momentum(
    _ n: Int, _ w: Target, _ g: Source, _ u: Target, step: Double, momentum: Double, l2: Double,
    decay: Double
  ) {
    for i in 0..<n {
      u[i] = momentum * u[i] + g[i] + l2 * w[i]
      w[i] = w[i] - step * u[i] - decay * w[i]
    }
  }

  package static func sgd(
    _ n: Int, _ w: Target, _ g: Source, step: Double, l2: Double, decay: Double
  ) {
    for i in 0..<n { w[i] = w[i] - step * (g[i] + l2 * w[i]) - decay * w[i] }
  }
}
