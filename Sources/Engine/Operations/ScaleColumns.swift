/// `y_r = x_r ⊙ w`, every row by one learned vector [1, columns].
/// Backward: `dx_r += dy_r ⊙ w`, `dw += Σ_r dy_r ⊙ x_r`.
final class ScaleColumns<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]

  init(_ x: Tensor<S>, _ weight: Parameter<S>) {
    precondition(
      weight.rows == 1 && weight.columns == x.columns,
      "\(weight.name) [\(weight.rows), \(weight.columns)] is no row of x [_, \(x.columns)]")
    (inputs, parameters) = ([x], [weight])
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    for row in 0..<x.rows {
      let offset = row * x.columns
      S.multiply(x.columns, x.value + offset, parameters[0].value, y.value + offset)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard let dx = inputs[0].accumulatedGradient() else { return }
    for row in 0..<y.rows {
      let offset = row * y.columns
      S.multiplyAdd(y.columns, y.gradient + offset, parameters[0].value, dx + offset)
    }
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, y.columns) }
    for row in 0..<y.rows {
      let offset = row * y.columns
      S.multiplyAdd(y.columns, y.gradient + offset, inputs[0].value + offset, target)
    }
  }
}

/// Every row of `x` times the row `weight`, element by element; see `ScaleColumns`.
package func multiply<S>(_ x: Tensor<S>, row weight: Parameter<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: ScaleColumns(x, weight))
}
