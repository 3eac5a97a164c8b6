/// An affine map, `y = x W + b`, of a dense or a sparse input.
///
/// Shapes: `x` [batch, inputs], `W` [inputs, outputs], `b` [outputs], `y` [batch, outputs]. Start:
/// `W` uniform on ±√(6 / (inputs + outputs)), `b` uniform on ±`biasLimit` (zero unless given).
/// Parameters: `<name>/weight`, `<name>/bias`.
package struct Dense<S: Scalar> {
  /// `W` [inputs, outputs].
  package let weight: Parameter<S>
  /// `b` [1, outputs].
  package let bias: Parameter<S>

  /// - Parameters:
  ///   - fanIn: the inputs that count for the start, where `inputs` are a part of them.
  ///   - start: another law of the start.
  package init(
    _ name: String, _ inputs: Int, _ outputs: Int, fanIn: Int? = nil, biasLimit: Double = 0,
    start: StartLaw = .glorot, in store: ParameterStore<S>
  ) {
    weight = store.make(
      "\(name)/weight", rows: inputs, columns: outputs,
      start.weights(inputs: fanIn ?? inputs, outputs: outputs))
    bias = store.make(
      "\(name)/bias", rows: 1, columns: outputs,
      start.biases(inputs: fanIn ?? inputs, limit: biasLimit))
  }

  /// `f(x W + b)` [batch, outputs] for `x` [batch, inputs].
  package func callAsFunction(_ x: Tensor<S>, _ activation: Activation = .linear) -> Tensor<S> {
    activate(replacing: product(x, weight), bias: bias, activation)
  }

  /// `f(x W + b)` [batch, outputs] for 0/1 rows of as many columns as there are inputs.
  package func callAsFunction(_ x: SparseInput, _ activation: Activation = .linear) -> Tensor<S> {
    activate(replacing: product(x, weight), bias: bias, activation)
  }
}

/// Dense layers in a row, each hidden one followed by a nonlinearity.
///
/// Layers are named `<name>0`, `<name>1`, … in the store.
package struct MultilayerPerceptron<S: Scalar> {
  /// The affine maps, the first first.
  package let layers: [Dense<S>]
  /// What follows every layer but the last.
  package let hidden: Activation
  /// What follows the last layer.
  package let output: Activation

  /// - Parameter sizes: inputs, hidden sizes, outputs; at least two numbers.
  package init(
    _ name: String, sizes: [Int], hidden: Activation, output: Activation, biasLimit: Double = 0,
    start: StartLaw = .glorot, in store: ParameterStore<S>
  ) {
    precondition(sizes.count >= 2, "a perceptron has inputs and outputs")
    layers = (1..<sizes.count).map { index in
      Dense(
        "\(name)\(index - 1)", sizes[index - 1], sizes[index], biasLimit: biasLimit, start: start,
        in: store)
    }
    (self.hidden, self.output) = (hidden, output)
  }

  /// The output of the last layer, [batch, outputs], for `x` [batch, inputs].
  package func callAsFunction(_ x: Tensor<S>) -> Tensor<S> {
    var y = x
    for (index, layer) in layers.enumerated() {
      y = layer(y, index == layers.count - 1 ? output : hidden)
    }
    return y
  }
}
