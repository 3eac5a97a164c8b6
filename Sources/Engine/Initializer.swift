import Basics

/// The law that a parameter's starting values are drawn from.
package enum Initializer: Sendable, Equatable {
  /// Every value the same.
  case constant(Double)
  /// Uniform on ±limit.
  case uniform(Double)
  /// Normal with mean 0.
  case normal(deviation: Double)
  /// Uniform on ±√(6 / (inputs + outputs)) (Glorot & Bengio 2010, equation 16).
  case glorotUniform(inputs: Int, outputs: Int)

  /// Uniform on ±1 / √inputs: PyTorch's law of a linear layer's weights and biases.
  static func uniform(byInputs inputs: Int) -> Initializer {
    .uniform(1 / Double(max(1, inputs)).squareRoot())
  }

  /// Every value 0.
  package static var zeros: Initializer { .constant(0) }

  func fill<S: Scalar>(_ values: UnsafeMutablePointer<S>, count: Int, _ random: inout Random) {
    switch self {
    case .constant(let value): for i in 0..<count { values[i] = S(value) }
    case .uniform(let limit):
      for i in 0..<count { values[i] = S((2 * random.uniform() - 1) * Float(limit)) }
    case .normal(let deviation):
      for i in 0..<count { values[i] = S(random.normal() * Float(deviation)) }
    case .glorotUniform(let inputs, let outputs):
      Initializer.uniform((6 / Double(inputs + outputs)).squareRoot()).fill(
        values, count: count, &random)
    }
  }
}
