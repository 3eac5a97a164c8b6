import Engine

/// The unit of the recurrent layers of a sequence model.
package enum SequenceCell: String, CaseIterable, Sendable {
  /// Long short-term memory.
  case standard
  /// The three gates of equation 5 of Zhao 2024 without a cell, a candidate or biases.
  case printed

  func layer(
    _ name: String, inputs: Int, width: Int, in store: ParameterStore
  ) -> RecurrentLayer {
    switch self {
    case .standard:
      .standard(LongShortTermMemory(name, inputs: inputs, width: width, in: store))
    case .printed: .printed(GatedState(name, inputs: inputs, width: width, in: store))
    }
  }
}

/// One recurrent layer of a sequence model.
enum RecurrentLayer {
  case standard(LongShortTermMemory<Float>)
  case printed(GatedState<Float>)

  /// The state after each row.
  func callAsFunction(_ x: Tensor, _ order: SequenceOrder) -> Tensor {
    switch self {
    case .standard(let layer): layer(x, order)
    case .printed(let layer): layer(x, order)
    }
  }
}
