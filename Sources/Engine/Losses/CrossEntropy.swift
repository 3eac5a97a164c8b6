/// The cross-entropy of the softmax of every row, `L = −(1/n) Σ_r ln softmax(x_r)_{c_r}`.
///
/// Shapes: `x` [n, classes], `c` [n]. Backward: `dx_r += dL (softmax(x_r) − 1_{c_r}) / n`.
final class CrossEntropy<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let classes: IndexInput
  private let probabilities: Buffer<S>

  init(_ logits: Tensor<S>, _ classes: IndexInput) {
    (inputs, self.classes) = ([logits], classes)
    probabilities = Buffer(logits.capacity * logits.columns)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let x = inputs[0]
    precondition(x.rows == classes.count, "\(classes.count) classes for \(x.rows) rows")
    S.softmax(x.rows, x.columns, 1, x.value, probabilities.pointer)
    var total = 0.0
    for row in 0..<x.rows {
      let own = Double(probabilities.pointer[row * x.columns + Int(classes.values[row])])
      total -= naturalLogarithm(Swift.max(own, Double(S.leastNormalMagnitude)))
    }
    loss.value.pointee = S(total / Double(Swift.max(1, x.rows)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    let factor = loss.gradient.pointee / S(Swift.max(1, x.rows))
    S.axpy(x.count, factor, probabilities.pointer, dx)
    for row in 0..<x.rows { dx[row * x.columns + Int(classes.values[row])] -= factor }
  }
}

/// The cross-entropy of `classes`, one for each row of `logits`; see `CrossEntropy`.
package func crossEntropy<S>(_ logits: Tensor<S>, _ classes: IndexInput) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: CrossEntropy(logits, classes))
}
