/// `L = (1/d) Σ_r Σ_j m_rj x_rj²`, the mask `m` 1 everywhere unless given, `d` the number of rows
/// (mean over examples) or 1. Backward: `dx += dL (2/d) m ⊙ x`; the mask is a constant, and no
/// gradient flows into it.
final class SquaredNorm<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let meanOverRows: Bool

  init(_ x: Tensor<S>, mask: Tensor<S>?, meanOverRows: Bool) {
    inputs = [x] + (mask.map { [$0] } ?? [])
    requireOneShape(inputs)
    self.meanOverRows = meanOverRows
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let x = inputs[0]
    let total =
      inputs.count > 1
      ? S.maskedSquare(x.count, x.value, inputs[1].value) : S.dot(x.count, x.value, x.value)
    loss.value.pointee = total / divisor
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    let factor = 2 * loss.gradient.pointee / divisor
    if inputs.count > 1 {
      S.maskedAxpy(x.count, factor, x.value, inputs[1].value, dx)
    } else {
      S.axpy(x.count, factor, x.value, dx)
    }
  }

  private var divisor: S { meanOverRows ? S(Swift.max(1, inputs[0].rows)) : 1 }
}

/// The sum of squares of `x` where `mask` is 1; see `SquaredNorm`.
package func squaredNorm<S>(
  _ x: Tensor<S>, mask: Tensor<S>? = nil, meanOverRows: Bool = false
) -> Tensor<S> {
  let operation = SquaredNorm(x, mask: mask, meanOverRows: meanOverRows)
  return Tensor(rows: 1, columns: 1, by: operation)
}
