/// `y = f(x)`. Backward: `dx += dy f′(x)`, with `f′` written in `y`; `dy` itself becomes that
/// product.
final class Activate<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let activation: Activation
  var resultRead: ResultRead {
    switch activation {
    case .linear: .nothing
    case .relu, .leakyReLU: .signs
    case .sigmoid, .tanh: .values
    }
  }
  private var slope: S { activation == .leakyReLU ? S(leakyReLUSlope) : 0 }

  init(_ x: Tensor<S>, _ activation: Activation) { (inputs, self.activation) = ([x], activation) }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    switch activation {
    case .linear: copy(x.count, x.value, y.value)
    case .sigmoid: S.sigmoid(x.count, x.value, y.value)
    case .tanh: S.hyperbolicTangent(x.count, x.value, y.value)
    case .relu, .leakyReLU: S.leakyReLU(x.count, slope, x.value, y.value)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    switch activation {
    case .linear: break
    case .sigmoid: S.sigmoidBackward(y.count, y.value, y.gradient)
    case .tanh: S.hyperbolicTangentBackward(y.count, y.value, y.gradient)
    case .relu, .leakyReLU: S.leakyReLUBackward(y.count, slope, y.value, y.gradient)
    }
    inputs[0].passGradient(of: y)
  }
}

extension Activate {
  /// The share of a sigmoid's values beyond .05 and .95, and of a hyperbolic tangent's beyond ±.9:
  /// less than a fifth of the greatest derivative.
  func saturation(of y: Tensor<S>) -> Double? {
    guard activation.isBounded, y.count > 0 else { return nil }
    let (low, high): (S, S) = activation == .sigmoid ? (0.05, 0.95) : (-0.9, 0.9)
    let beyond = (0..<y.count).count { y.value[$0] < low || y.value[$0] > high }
    return Double(beyond) / Double(y.count)
  }
}

/// `f(x)`; the identity is no operation.
package func activate<S>(_ x: Tensor<S>, _ activation: Activation) -> Tensor<S> {
  if activation == .linear { return x }
  return Tensor(rows: x.capacity, columns: x.columns, by: Activate(x, activation))
}
