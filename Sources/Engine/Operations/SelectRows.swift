/// Row `k` of `y` is row `index_k` of `x`: the last states of sequences, a state for each of its
/// rows. Backward: `dx_{index_k} += dy_k`.
final class SelectRows<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let indices: IndexInput

  init(_ x: Tensor<S>, _ indices: IndexInput) { (inputs, self.indices) = ([x], indices) }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = indices.count
    for row in 0..<indices.count {
      copy(
        y.columns, inputs[0].value + Int(indices.values[row]) * y.columns,
        y.value + row * y.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard let dx = inputs[0].accumulatedGradient() else { return }
    for row in 0..<indices.count {
      S.add(
        y.columns, y.gradient + row * y.columns, dx + Int(indices.values[row]) * y.columns)
    }
  }
}

/// The rows of `x` named by `indices`; see `SelectRows`.
package func selectRows<S>(_ x: Tensor<S>, _ indices: IndexInput) -> Tensor<S> {
  Tensor(rows: indices.capacity, columns: x.columns, by: SelectRows(x, indices))
}
