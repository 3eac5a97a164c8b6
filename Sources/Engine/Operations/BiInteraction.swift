/// Bi-interaction pooling of K vectors a row (He & Chua 2017, equation 4; UR-GAN's equation 9):
/// `y = Σ_{i<j} e_i ⊙ e_j = ½[(Σ_k e_k)² − Σ_k e_k²]`, element by element.
///
/// Shapes: K tensors [batch, width] → [batch, width]. Backward: `de_k += dy ⊙ (Σ_j e_j − e_k)`.
final class BiInteraction<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let total: Buffer<S>
  private let rest: Buffer<S>

  init(_ vectors: [Tensor<S>]) {
    requireOneShape(vectors)
    inputs = vectors
    total = Buffer(vectors[0].capacity * vectors[0].columns)
    rest = Buffer(vectors[0].capacity * vectors[0].columns)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = inputs[0].rows
    let count = y.count
    clear(total.pointer, count)
    for input in inputs { S.add(count, input.value, total.pointer) }
    clear(y.value, count)
    S.multiplyAdd(count, total.pointer, total.pointer, y.value)
    for input in inputs {
      S.scale(count, -1, input.value, rest.pointer)
      S.multiplyAdd(count, rest.pointer, input.value, y.value)
    }
    S.scale(count, 0.5, y.value, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let count = y.count
    for input in inputs {
      guard let target = input.accumulatedGradient() else { continue }
      copy(count, total.pointer, rest.pointer)
      S.axpy(count, -1, input.value, rest.pointer)
      S.multiplyAdd(count, y.gradient, rest.pointer, target)
    }
  }
}

/// `Σ_{i<j} e_i ⊙ e_j`; see `BiInteraction`.
package func biInteraction<S>(_ vectors: [Tensor<S>]) -> Tensor<S> {
  let operation = BiInteraction(vectors)
  return Tensor(rows: vectors[0].capacity, columns: vectors[0].columns, by: operation)
}
