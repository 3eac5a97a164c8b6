/// What the leaky ReLU leaves of a number that is not positive.
package let leakyReLUSlope = 0.2

/// An element-wise nonlinearity whose derivative is known from its result.
package enum Activation: String, CaseIterable, Sendable {
  case linear, sigmoid, tanh, relu
  /// `x` where positive, else `0.2 x`: `leakyReLUSlope`.
  case leakyReLU = "leaky-relu"

  /// Whether its values lie between two bounds.
  package var isBounded: Bool { self == .sigmoid || self == .tanh }
}
