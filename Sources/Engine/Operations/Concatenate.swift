/// Rows side by side, `y = [x_1 ‖ x_2 ‖ …]`, tensors of one number of rows. Backward: each takes the
/// columns that it gave.
final class Concatenate<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  var resultRead: ResultRead { .nothing }

  init(_ parts: [Tensor<S>]) {
    precondition(
      parts.allSatisfy { $0.capacity == parts[0].capacity }, "parts of one number of rows")
    inputs = parts
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = inputs[0].rows
    var start = 0
    for input in inputs {
      for row in 0..<y.rows {
        copy(
          input.columns, input.value + row * input.columns, y.value + row * y.columns + start)
      }
      start += input.columns
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    var start = 0
    for input in inputs {
      if let dx = input.accumulatedGradient() {
        for row in 0..<y.rows {
          S.add(
            input.columns, y.gradient + row * y.columns + start, dx + row * input.columns)
        }
      }
      start += input.columns
    }
  }
}

/// The rows of `parts` side by side; see `Concatenate`.
package func concatenate<S>(_ parts: [Tensor<S>]) -> Tensor<S> {
  parts.count == 1
    ? parts[0]
    : Tensor(
      rows: parts[0].capacity, columns: parts.reduce(0) { $0 + $1.columns },
      by: Concatenate(parts))
}
