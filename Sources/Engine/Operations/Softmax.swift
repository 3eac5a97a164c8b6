/// The softmax of every row. Backward: `dx += y ⊙ (dy − Σ_c y_c dy_c)`.
final class Softmax<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let products: Buffer<S>

  init(_ x: Tensor<S>) {
    inputs = [x]
    products = Buffer(x.columns)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = inputs[0].rows
    S.softmax(y.rows, y.columns, 1, inputs[0].value, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard let dx = inputs[0].accumulatedGradient() else { return }
    for row in 0..<y.rows {
      let offset = row * y.columns
      S.multiply(y.columns, y.value + offset, y.gradient + offset, products.pointer)
      S.axpy(
        y.columns, -S.sum(y.columns, products.pointer), y.value + offset, products.pointer)
      S.add(y.columns, products.pointer, dx + offset)
    }
  }
}

/// The softmax of every row of `x`; see `Softmax`.
package func softmax<S>(_ x: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: Softmax(x))
}
