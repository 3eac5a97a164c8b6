/// Gaussian error linear units (Hendrycks & Gimpel 2016) in the form of BERT's code, `y = x/2 (1 +
/// tanh(√(2/π) (x + 0.044715 x³)))`. Backward: `dx += dy ⊙ y′(x)`; `dy` itself becomes that product.
final class GELU<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  var resultRead: ResultRead { .nothing }

  init(_ x: Tensor<S>) { inputs = [x] }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = inputs[0].rows
    S.gelu(y.count, inputs[0].value, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    S.geluBackward(y.count, inputs[0].value, y.gradient)
    inputs[0].passGradient(of: y)
  }
}

/// `x` through Gaussian error linear units; see `GELU`. What made `x` keeps its room.
package func gelu<S>(_ x: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: GELU(x))
}
