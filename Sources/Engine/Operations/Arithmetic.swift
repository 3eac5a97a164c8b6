/// `y = Σ_k a_k x_k`, tensors of one shape. Backward: `dx_k += a_k dy`.
final class WeightedSum<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let factors: [S]
  var resultRead: ResultRead { .nothing }

  init(_ terms: [Tensor<S>], _ factors: [Double]) {
    requireOneShape(terms)
    precondition(terms.count == factors.count, "\(factors.count) factors of \(terms.count) terms")
    (inputs, self.factors) = (terms, factors.map { S($0) })
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = inputs[0].rows
    S.scale(y.count, factors[0], inputs[0].value, y.value)
    for index in 1..<inputs.count {
      S.axpy(y.count, factors[index], inputs[index].value, y.value)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    for (index, input) in inputs.enumerated() {
      guard let (dx, beta) = input.productGradient() else { continue }
      if beta == 0 {
        S.scale(y.count, factors[index], y.gradient, dx)
      } else {
        S.axpy(y.count, factors[index], y.gradient, dx)
      }
    }
  }
}

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

/// `y_r = x_r · z_r`, one number a row. Backward: `dx_r += dy_r z_r`, `dz_r += dy_r x_r`.
final class RowDot<S: Scalar>: Operation {
  let inputs: [Tensor<S>]

  init(_ x: Tensor<S>, _ z: Tensor<S>) {
    requireOneShape([x, z])
    inputs = [x, z]
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (x, z) = (inputs[0], inputs[1])
    y.rows = x.rows
    for row in 0..<x.rows {
      y.value[row] = S.dot(x.columns, x.value + row * x.columns, z.value + row * x.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (x, z) = (inputs[0], inputs[1])
    for (input, other) in [(x, z), (z, x)] {
      guard let target = input.accumulatedGradient() else { continue }
      for row in 0..<y.rows {
        let offset = row * x.columns
        S.axpy(x.columns, y.gradient[row], other.value + offset, target + offset)
      }
    }
  }
}

/// `Σ factor_k x_k`; factors are 1 unless given.
package func sum<S>(_ terms: [Tensor<S>], factors: [Double]? = nil) -> Tensor<S> {
  if terms.count == 1 && factors == nil { return terms[0] }
  let operation = WeightedSum(terms, factors ?? terms.map { _ in 1 })
  return Tensor(rows: terms[0].capacity, columns: terms[0].columns, by: operation)
}

/// `x ⊙ y`.
package func multiply<S>(_ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: Multiply(x, y))
}

/// The dot product of each row of `x` with that row of `z`, [rows, 1].
package func rowDot<S>(_ x: Tensor<S>, _ z: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: 1, by: RowDot(x, z))
}
