/// The sigmoid cross-entropy of logits against labels, one number:
/// `L = (1/n) Σ [softplus(x) − t x]`, which is `−t ln σ(x) − (1−t) ln(1 − σ(x))`.
///
/// Labels are one number for all (real or fake), or a tensor of the logits' shape; either way they
/// are constants, and no gradient flows into them. The divisor is the number of logits (mean), or 1
/// (sum). Backward: `dx += dL (σ(x) − t)/n`.
///
/// `−ln σ(a − b)`, the pairwise loss, is this with label 1 on the difference; `ln(1 − σ(x))`, the
/// saturating loss of a generator, is its negative with label 0.
final class LogisticLoss<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let label: S
  private let mean: Bool
  private let probabilities: Buffer<S>

  init(_ logits: Tensor<S>, labels: Tensor<S>?, label: S, mean: Bool) {
    inputs = [logits] + (labels.map { [$0] } ?? [])
    requireOneShape(inputs)
    (self.label, self.mean) = (label, mean)
    probabilities = Buffer(logits.capacity * logits.columns)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let x = inputs[0]
    S.sigmoid(x.count, x.value, probabilities.pointer)
    var total = 0.0
    for index in 0..<x.count {
      let logit = Double(x.value[index])
      let probability = Double(probabilities.pointer[index])
      // softplus(x) = max(x, 0) − ln σ(|x|), exact at both ends.
      let near = logit < 0 ? 1 - probability : probability
      total += Swift.max(logit, 0) - naturalLogarithm(near) - Double(target(index)) * logit
    }
    loss.value.pointee = S(total / divisor)
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    let factor = loss.gradient.pointee / S(divisor)
    for index in 0..<x.count {
      dx[index] += factor * (probabilities.pointer[index] - target(index))
    }
  }

  private var divisor: Double { mean ? Double(Swift.max(1, inputs[0].count)) : 1 }

  private func target(_ index: Int) -> S { inputs.count > 1 ? inputs[1].value[index] : label }
}

/// The cross-entropy of `logits` where every label is `label`; see `LogisticLoss`.
package func logisticLoss<S>(_ logits: Tensor<S>, label: Double, mean: Bool = true) -> Tensor<S> {
  let operation = LogisticLoss(logits, labels: nil, label: S(label), mean: mean)
  return Tensor(rows: 1, columns: 1, by: operation)
}

/// The cross-entropy of `logits` against `labels` of the same shape; see `LogisticLoss`.
package func logisticLoss<S>(
  _ logits: Tensor<S>, labels: Tensor<S>, mean: Bool = true
) -> Tensor<S> {
  let operation = LogisticLoss(logits, labels: labels, label: 0, mean: mean)
  return Tensor(rows: 1, columns: 1, by: operation)
}
