/// The encoding of a multi-valued attribute: a weighted mean of its active values' embeddings,
/// the weights a softmax over the active values of a learned score.
///
/// `y_b = Σ_{v ∈ x_b} a_bv E_v`, `a_b = softmax_{v ∈ x_b}(s_v)`; a row without values gives zero.
/// Shapes: `x` [batch, values] sparse, `E` [values, width], `s` [values, 1].
/// Backward: `dE_v += a_bv dy_b`, `ds_v += a_bv (dy_b · E_v − dy_b · y_b)`.
final class WeightedBag<S: Scalar>: Operation {
  let inputs: [Tensor<S>] = []
  let parameters: [Parameter<S>]
  private let x: SparseInput
  private var table: Parameter<S> { parameters[0] }
  private var scores: Parameter<S> { parameters[1] }
  /// a [batch, values], zero where a value is not active.
  private let weights: Buffer<S>
  /// The gradients by each row's scores. Made in the backward pass: by the time `addGradient` is
  /// asked for them, the table has moved.
  private let slopes: Buffer<S>

  init(_ x: SparseInput, _ table: Parameter<S>, scores: Parameter<S>) {
    precondition(
      x.columns == table.rows && scores.rows == table.rows && scores.columns == 1,
      "\(scores.name) [\(scores.rows), \(scores.columns)] is not one score for each row of "
        + "\(table.name) [\(table.rows), \(table.columns)]")
    (self.x, parameters) = (x, [table, scores])
    weights = Buffer(x.capacity * x.columns)
    slopes = Buffer(x.capacity * x.columns)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = x.rows
    clear(y.value, y.count)
    for row in 0..<x.rows {
      let active = x[row]
      guard !active.isEmpty else { continue }
      let a = weights.pointer + row * x.columns
      let top = active.reduce(-S.infinity) { Swift.max($0, scores.value[Int($1)]) }
      var total: S = 0
      for value in active {
        a[Int(value)] = scores.value[Int(value)] - top
        S.exponential(1, a + Int(value), a + Int(value))
        total += a[Int(value)]
      }
      for value in active {
        a[Int(value)] /= total
        S.axpy(
          y.columns, a[Int(value)], table.value + Int(value) * y.columns,
          y.value + row * y.columns)
      }
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    for row in 0..<x.rows {
      let dy = y.gradient + row * y.columns
      let mean = S.dot(y.columns, dy, y.value + row * y.columns)
      for value in x[row] {
        let place = row * x.columns + Int(value)
        let own = S.dot(y.columns, dy, table.value + Int(value) * y.columns)
        slopes.pointer[place] = weights.pointer[place] * (own - mean)
      }
    }
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, rows.count * parameter.columns) }
    for row in 0..<x.rows {
      for value in x[row] where rows.contains(Int(value)) {
        let (entry, place) = (row * x.columns + Int(value), Int(value) - rows.lowerBound)
        if parameter === table {
          S.axpy(
            y.columns, weights.pointer[entry], y.gradient + row * y.columns,
            target + place * y.columns)
        } else {
          target[place] += slopes.pointer[entry]
        }
      }
    }
  }
}

/// The weighted mean of active embeddings; see `WeightedBag`.
package func weightedBag<S>(
  _ x: SparseInput, _ table: Parameter<S>, scores: Parameter<S>
) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: table.columns, by: WeightedBag(x, table, scores: scores))
}
