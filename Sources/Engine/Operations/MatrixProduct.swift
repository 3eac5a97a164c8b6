/// `y = x W`, or `y = x Wᵀ` where the weight is read transposed (a softmax over an embedding).
///
/// Shapes: `x` [batch, inputs], `W` [inputs, outputs] or, transposed, [outputs, inputs].
/// Backward: `dx += dy Wᵀ`, `dW += xᵀ dy`.
final class MatrixProduct<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let transposed: Bool
  var resultRead: ResultRead { .nothing }

  init(_ x: Tensor<S>, _ weight: Parameter<S>, transposed: Bool) {
    precondition(
      x.columns == (transposed ? weight.columns : weight.rows),
      "\(weight.name) [\(weight.rows), \(weight.columns)] does not fit x [_, \(x.columns)]")
    (inputs, parameters, self.transposed) = ([x], [weight], transposed)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (x, weight) = (inputs[0], parameters[0])
    y.rows = x.rows
    S.gemm(
      false, transposed, x.rows, y.columns, x.columns, 1, x.value, x.columns, weight.value,
      weight.columns, 0, y.value, y.columns)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (x, weight) = (inputs[0], parameters[0])
    guard let (dx, beta) = x.productGradient() else { return }
    S.gemm(
      false, !transposed, x.rows, x.columns, y.columns, 1, y.gradient, y.columns, weight.value,
      weight.columns, beta, dx, x.columns)
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    let x = inputs[0]
    if transposed {
      S.gemm(
        true, false, rows.count, x.columns, x.rows, 1, y.gradient + rows.lowerBound, y.columns,
        x.value, x.columns, beta, target, x.columns)
    } else {
      S.gemm(
        true, false, rows.count, y.columns, x.rows, 1, x.value + rows.lowerBound, x.columns,
        y.gradient, y.columns, beta, target, y.columns)
    }
  }
}

/// `y = x + b`, the bias `b` [1, columns] added to every row. Backward: `dx += dy`, `db += Σ_rows
/// dy`.
final class AddBias<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  var resultRead: ResultRead { .nothing }

  init(_ x: Tensor<S>, _ bias: Parameter<S>) {
    precondition(
      bias.count == x.columns && (bias.rows == 1 || bias.columns == 1),
      "\(bias.name) [\(bias.rows), \(bias.columns)] is no row or column of \(x.columns)")
    (inputs, parameters) = ([x], [bias])
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    if y.replaced == nil { copy(x.count, x.value, y.value) }
    S.addRow(x.rows, x.columns, parameters[0].value, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) { inputs[0].passGradient(of: y) }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, rows.count * parameter.columns) }
    let columns = parameter.columns == 1 ? rows.lowerBound..<rows.upperBound : 0..<y.columns
    if columns.count == y.columns {
      S.columnSums(y.rows, y.columns, y.gradient, target)
    } else {
      for row in 0..<y.rows {
        S.add(columns.count, y.gradient + row * y.columns + columns.lowerBound, target)
      }
    }
  }
}

/// `x W`; see `MatrixProduct`.
package func product<S>(_ x: Tensor<S>, _ weight: Parameter<S>) -> Tensor<S> {
  let operation = MatrixProduct(x, weight, transposed: false)
  return Tensor(rows: x.capacity, columns: weight.columns, by: operation)
}

/// `x Wᵀ`; see `MatrixProduct`.
package func product<S>(_ x: Tensor<S>, transposed weight: Parameter<S>) -> Tensor<S> {
  let operation = MatrixProduct(x, weight, transposed: true)
  return Tensor(rows: x.capacity, columns: weight.rows, by: operation)
}

/// `x + b` in every row; see `AddBias`. The bias is one row or one column.
package func add<S>(_ x: Tensor<S>, bias: Parameter<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: AddBias(x, bias))
}

/// `f(x + b)` in the room of `x`, a sum or product that nothing else reads.
package func activate<S>(
  replacing x: Tensor<S>, bias: Parameter<S>, _ activation: Activation = .linear
) -> Tensor<S> {
  let shifted = Tensor(replacing: x, by: AddBias(x, bias))
  return activation == .linear
    ? shifted : Tensor(replacing: shifted, by: Activate(shifted, activation))
}
