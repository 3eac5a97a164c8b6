/// `z = x ⊙ y`. Backward: `dx += dz ⊙ y`, `dy += dz ⊙ x`.
final class Multiply<S: Scalar>: Operation {
  let inputs: [Tensor<S>]

  init(_ x: Tensor<S>, _ y: Tensor<S>) {
    requireOneShape([x, y])
    inputs = [x, y]
  }

  @_specialize(where S == Float)
  func forward(_ z: Tensor<S>) {
    z.rows = inputs[0].rows
    S.multiply(z.count, inputs[0].value, inputs[1].value, z.value)
  }

  @_specialize(where S == Float)
  func backward(_ z: Tensor<S>) {
    for (input, other) in [(inputs[0], inputs[1]), (inputs[1], inputs[0])] {
      guard let (target, beta) = input.productGradient() else { continue }
      if beta == 0 {
        S.multiply(z.count, z.gradient, other.value, target)
      } else {
        S.multiplyAdd(z.count, z.gradient, other.value, target)
      }
    }
  }
}

/// `x ⊙ y`.
package func multiply<S>(_ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: Multiply(x, y))
}
