import Engine
import Foundation

/// What sequence models are made of, in double precision, as plain loops over the formulas.
// Documented in `Scalar`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Double {
  package static func lstm(
    _ rows: Int, _ width: Int, _ bias: Source, _ before: Source, _ gates: Target, _ cells: Target,
    _ squashed: Target, _ after: Target
  ) {
    for k in 0..<rows * width {
      let column = k % width
      let i = 4 * (k / width) * width + column
      let (f, g, o) = (i + width, i + 2 * width, i + 3 * width)
      gates[i] = 1 / (1 + exp(-gates[i] - bias[column]))
      gates[f] = 1 / (1 + exp(-gates[f] - bias[width + column]))
      gates[g] = tanh(gates[g] + bias[2 * width + column])
      gates[o] = 1 / (1 + exp(-gates[o] - bias[3 * width + column]))
      cells[k] = gates[f] * before[k] + gates[i] * gates[g]
      squashed[k] = tanh(cells[k])
      after[k] = gates[o] * squashed[k]
    }
  }

  package static func lstmBackward(
    _ rows: Int, _ width: Int, _ gates: Source, _ before: Source, _ squashed: Source, _ d: Source,
    _ cell: Target, _ da: Target
  ) {
    for k in 0..<rows * width {
      let i = 4 * (k / width) * width + k % width
      let (f, g, o) = (i + width, i + 2 * width, i + 3 * width)
      let (input, forget, new, open) = (gates[i], gates[f], gates[g], gates[o])
      let change = cell[k] + d[k] * open * (1 - squashed[k] * squashed[k])
      da[i] = change * new * input * (1 - input)
      da[f] = change * before[k] * forget * (1 - forget)
      da[g] = change * input * (1 - new * new)
      da[o] = d[k] * squashed[k] * open * (1 - open)
      cell[k] = change * forget
    }
  }

  package static func layerNorm(
    _ rows: Int, _ width: Int, _ epsilon: Double, _ x: Source, _ gain: Source, _ bias: Source,
    _ normal: Target, _ inverse: Target, _ y: Target
  ) {
    for row in 0..<rows {
      let a = x + row * width
      let mean = sum(width, a) / Double(width)
      let variance = (0..<width).reduce(0) { $0 + (a[$1] - mean) * (a[$1] - mean) } / Double(width)
      inverse[row] = 1 / (variance + epsilon).squareRoot()
      for i in 0..<width {
        normal[row * width + i] = (a[i] - mean) * inverse[row]
        y[row * width + i] = gain[i] * normal[row * width + i] + bias[i]
      }
    }
  }

  package static func layerNormBackward(
    _ rows: Int, _ width: Int, _ normal: Source, _ inverse: Source, _ gain: Source, _ d: Target,
    _ dGain: Target, _ dBias: Target
  ) {
    for row in 0..<rows {
      let (n, a) = (normal + row * width, d + row * width)
      for i in 0..<width {
        dGain[i] += a[i] * n[i]
        dBias[i] += a[i]
        a[i] *= gain[i]
      }
      let (mean, share) = (sum(width, a) / Double(width), dot(width, a, n) / Double(width))
      for i in 0..<width { a[i] = inverse[row] * (a[i] - mean - n[i] * share) }
    }
  }

  private static func geluTanh(_ x: Double) -> Double {
    tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x))
  }

  package static func gelu(_ n: Int, _ x: Source, _ y: Target) {
    for i in 0..<n { y[i] = x[i] / 2 * (1 + geluTanh(x[i])) }
  }

  package static func geluBackward(_ n: Int, _ x: Source, _ d: Target) {
    for i in 0..<n {
      let t = geluTanh(x[i])
      let slope = (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * x[i] * x[i])
      d[i] *= (1 + t) / 2 + x[i] / 2 * (1 - t * t) * slope
    }
  }
}
