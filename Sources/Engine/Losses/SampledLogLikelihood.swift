/// A weighted log-likelihood of sampled classes, `L = −(1/n) Σ_k w_k ln softmax(x)_{c_k}`, for one
/// row of logits: the surrogate whose gradient is the policy gradient (Wang et al. 2017, eq. 5).
///
/// Shapes: `x` [1, classes], `c` and `w` [n]. The weights (rewards, importance ratios) are
/// constants. Backward: `dx += dL/n · (Σ_k w_k · softmax(x) − Σ_k w_k 1_{c_k})`.
final class SampledLogLikelihood<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let classes: IndexInput
  private let weights: UnsafeMutablePointer<S>
  private let probabilities: Buffer<S>

  init(_ logits: Tensor<S>, _ classes: IndexInput, weights: Tensor<S>) {
    precondition(logits.capacity == 1, "one row of logits, got \(logits.capacity)")
    precondition(
      weights.columns == 1 && weights.capacity >= classes.capacity,
      "weights [\(weights.capacity), \(weights.columns)] for \(classes.capacity) classes")
    inputs = [logits, weights]
    (self.classes, self.weights) = (classes, weights.value)
    probabilities = Buffer(logits.columns)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let x = inputs[0]
    S.softmax(1, x.columns, 1, x.value, probabilities.pointer)
    var total = 0.0
    for index in 0..<classes.count {
      let probability = Double(probabilities.pointer[Int(classes.values[index])])
      let smallest = Double(S.leastNormalMagnitude)
      total -= Double(weights[index]) * naturalLogarithm(Swift.max(probability, smallest))
    }
    loss.value.pointee = S(total / Double(Swift.max(1, classes.count)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    let factor = loss.gradient.pointee / S(Swift.max(1, classes.count))
    var total: S = 0
    for index in 0..<classes.count {
      total += weights[index]
      dx[Int(classes.values[index])] -= factor * weights[index]
    }
    S.axpy(x.columns, factor * total, probabilities.pointer, dx)
  }
}

/// See `SampledLogLikelihood`; `weights` is [n, 1] with room for as many as `classes`.
package func sampledLogLikelihood<S>(
  _ logits: Tensor<S>, _ classes: IndexInput, weights: Tensor<S>
) -> Tensor<S> {
  let operation = SampledLogLikelihood(logits, classes, weights: weights)
  return Tensor(rows: 1, columns: 1, by: operation)
}
