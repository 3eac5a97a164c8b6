/// Layer normalisation (Ba, Kiros & Hinton 2016): `n = (x − mean x) / √(var x + ε)` of each row, `y =
/// γ ⊙ n + β`, the variance that of a population.
///
/// Shapes: `x`, `y` [rows, width]; `γ`, `β` [1, width].
/// Backward, with `e = γ ⊙ dy`: `dx += (e − mean e − n mean(e ⊙ n)) / √(var x + ε)`, `dγ = Σ_rows dy ⊙
/// n`, `dβ = Σ_rows dy`; `dy` itself becomes the gradient by `x`.
final class LayerNorm<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  var resultRead: ResultRead { .nothing }
  private let epsilon: S
  private let normal, inverse: Buffer<S>
  private let gainSlopes, biasSlopes: Buffer<S>

  init(_ x: Tensor<S>, _ gain: Parameter<S>, _ bias: Parameter<S>, epsilon: Double) {
    precondition(
      gain.count == x.columns && bias.count == x.columns,
      "\(gain.count) gains and \(bias.count) biases of \(x.columns) columns")
    (inputs, parameters, self.epsilon) = ([x], [gain, bias], S(epsilon))
    (normal, inverse) = (Buffer(x.capacity * x.columns), Buffer(x.capacity))
    (gainSlopes, biasSlopes) = (Buffer(x.columns), Buffer(x.columns))
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    S.layerNorm(
      x.rows, x.columns, epsilon, x.value, parameters[0].value, parameters[1].value,
      normal.pointer, inverse.pointer, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    gainSlopes.clear()
    biasSlopes.clear()
    S.layerNormBackward(
      y.rows, y.columns, normal.pointer, inverse.pointer, parameters[0].value, y.gradient,
      gainSlopes.pointer, biasSlopes.pointer)
    inputs[0].passGradient(of: y)
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, y.columns) }
    let slopes = parameter === parameters[0] ? gainSlopes : biasSlopes
    S.add(y.columns, slopes.pointer, target)
  }
}

/// `x` normalised in every row; see `LayerNorm`.
package func layerNorm<S>(
  _ x: Tensor<S>, gain: Parameter<S>, bias: Parameter<S>, epsilon: Double
) -> Tensor<S> {
  Tensor(
    rows: x.capacity, columns: x.columns, by: LayerNorm(x, gain, bias, epsilon: epsilon))
}
