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

/// `Σ factor_k x_k`; factors are 1 unless given.
package func sum<S>(_ terms: [Tensor<S>], factors: [Double]? = nil) -> Tensor<S> {
  if terms.count == 1 && factors == nil { return terms[0] }
  let operation = WeightedSum(terms, factors ?? terms.map { _ in 1 })
  return Tensor(rows: terms[0].capacity, columns: terms[0].columns, by: operation)
}
