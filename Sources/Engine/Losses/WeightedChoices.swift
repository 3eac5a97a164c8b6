/// A rewarded log-likelihood of choices that share logits: choice k takes class `c_k` with
/// probability `p_k(i) = w_ki e^{x_i} / Σ_j w_kj e^{x_j}`, and `L = −(1/n) Σ_k a_k ln p_k(c_k)`:
/// the surrogate whose gradient is the policy gradient of drawing things one after another.
///
/// Shapes: `x` [1, classes], `c` and `a` [n], `w` [n, classes], not negative; rewards and weights
/// are constants. Backward: `dx += dL/n · Σ_k a_k (p_k − 1_{c_k})`.
final class WeightedChoices<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let classes: IndexInput
  private var rewards: Tensor<S> { inputs[1] }
  private var weights: Tensor<S> { inputs[2] }
  /// e^{x − max x}.
  private let exponentials: Buffer<S>
  private let mixture: Buffer<S>
  /// Σ_j w_kj e^{x_j − max x} for each choice.
  private let totals: Buffer<S>

  init(_ logits: Tensor<S>, _ classes: IndexInput, rewards: Tensor<S>, weights: Tensor<S>) {
    precondition(
      logits.capacity == 1 && rewards.columns == 1 && weights.columns == logits.columns
        && Swift.min(rewards.capacity, weights.capacity) >= classes.capacity,
      "one row of logits, a reward and a row of weights for each of \(classes.capacity) choices")
    inputs = [logits, rewards, weights]
    self.classes = classes
    exponentials = Buffer(logits.columns)
    mixture = Buffer(logits.columns)
    totals = Buffer(classes.capacity)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let x = inputs[0]
    var top = -S.infinity
    for index in 0..<x.columns { top = Swift.max(top, x.value[index]) }
    for index in 0..<x.columns { exponentials.pointer[index] = x.value[index] - top }
    S.exponential(x.columns, exponentials.pointer, exponentials.pointer)
    var total = 0.0
    for choice in 0..<classes.count {
      let row = weights.value + choice * x.columns
      let chosen = Int(classes.values[choice])
      totals.pointer[choice] = Swift.max(
        S.dot(x.columns, row, exponentials.pointer), S.leastNormalMagnitude)
      let share = Double(row[chosen] * exponentials.pointer[chosen] / totals.pointer[choice])
      total -=
        Double(rewards.value[choice])
        * naturalLogarithm(Swift.max(share, Double(S.leastNormalMagnitude)))
    }
    loss.value.pointee = S(total / Double(Swift.max(1, classes.count)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    let factor = loss.gradient.pointee / S(Swift.max(1, classes.count))
    clear(mixture.pointer, x.columns)
    for choice in 0..<classes.count {
      let reward = factor * rewards.value[choice]
      S.axpy(
        x.columns, reward / totals.pointer[choice], weights.value + choice * x.columns,
        mixture.pointer)
      dx[Int(classes.values[choice])] -= reward
    }
    S.multiplyAdd(x.columns, mixture.pointer, exponentials.pointer, dx)
  }
}

/// See `WeightedChoices`; `rewards` is [n, 1] and `weights` [n, classes], with room for as many
/// choices as `classes` has.
package func weightedChoices<S>(
  _ logits: Tensor<S>, _ classes: IndexInput, rewards: Tensor<S>, weights: Tensor<S>
) -> Tensor<S> {
  let operation = WeightedChoices(logits, classes, rewards: rewards, weights: weights)
  return Tensor(rows: 1, columns: 1, by: operation)
}
