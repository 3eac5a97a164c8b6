/// `y_r = x_r · z_r`, one number a row. Backward: `dx_r += dy_r z_r`, `dz_r += dy_r x_r`.
final class RowDot<S: Scalar>: Operation {
  let inputs: [Tensor<S>]

  init(_ x: Tensor<S>, _ z: Tensor<S>) {
    requireOneShape([x, z])
    inputs = [x, z]
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (x, z) = (inputs[0], inputs[1])
    y.rows = x.rows
    for row in 0..<x.rows {
      y.value[row] = S.dot(x.columns, x.value + row * x.columns, z.value + row * x.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (x, z) = (inputs[0], inputs[1])
    for (input, other) in [(x, z), (z, x)] {
      guard let target = input.accumulatedGradient() else { continue }
      for row in 0..<y.rows {
        let offset = row * x.columns
        S.axpy(x.columns, y.gradient[row], other.value + offset, target + offset)
      }
    }
  }
}

/// The dot product of each row of `x` with that row of `z`, [rows, 1].
package func rowDot<S>(_ x: Tensor<S>, _ z: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: 1, by: RowDot(x, z))
}
