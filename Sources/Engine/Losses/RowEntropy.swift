/// The mean entropy of rows that are distributions, `L = −(1/n) Σ_r Σ_c p_rc ln p_rc`.
/// Backward: `dp_rc −= dL (1 + ln p_rc) / n`.
final class RowEntropy<S: Scalar>: Operation {
  let inputs: [Tensor<S>]

  init(_ rows: Tensor<S>) { inputs = [rows] }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let p = inputs[0]
    var total = 0.0
    for index in 0..<p.count { total -= Double(p.value[index]) * logarithm(p.value[index]) }
    loss.value.pointee = S(total / Double(Swift.max(1, p.rows)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let p = inputs[0]
    guard let dp = p.accumulatedGradient() else { return }
    let factor = loss.gradient.pointee / S(Swift.max(1, p.rows))
    for index in 0..<p.count { dp[index] -= factor * S(1 + logarithm(p.value[index])) }
  }

  private func logarithm(_ p: S) -> Double {
    naturalLogarithm(Swift.max(Double(p), Double(S.leastNormalMagnitude)))
  }
}

/// The mean entropy of the rows of `p`, in nats; see `RowEntropy`.
package func rowEntropy<S>(_ p: Tensor<S>) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: RowEntropy(p))
}
