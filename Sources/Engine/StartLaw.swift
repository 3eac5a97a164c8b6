/// The law of a dense layer's starting values.
package enum StartLaw: String, CaseIterable, Sendable {
  /// Weights uniform on ±√(6 / (inputs + outputs)) (Glorot & Bengio 2010), biases on a small range.
  case glorot
  /// Weights and biases uniform on ±1 / √inputs, as PyTorch starts a linear layer.
  case pytorch

  /// Of weights.
  package func weights(inputs: Int, outputs: Int) -> Initializer {
    self == .glorot
      ? .glorotUniform(inputs: inputs, outputs: outputs) : .uniform(byInputs: inputs)
  }

  /// Of biases.
  ///
  /// - Parameter limit: the range under ``glorot``; 0: all are 0.
  package func biases(inputs: Int, limit: Double) -> Initializer {
    switch self {
    case .glorot: limit == 0 ? .zeros : .uniform(limit)
    case .pytorch: .uniform(byInputs: inputs)
    }
  }
}
