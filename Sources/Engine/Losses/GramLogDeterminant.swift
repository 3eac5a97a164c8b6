/// How diverse sets of vectors are, on average: `L = (1/n) Σ_s ln det(X_s X_sᵀ + εI)`, the rows of
/// `X_s` being the members of set s. The determinant is the squared volume that they span (Kulesza
/// & Taskar 2012, section 2.2), which the ridge ε keeps above 0.
///
/// Shapes: `x` [rows, width], every `size` rows in turn a set, the last maybe smaller. Backward:
/// `dX_s += dL (2/n) (X_s X_sᵀ + εI)⁻¹ X_s`.
final class GramLogDeterminant<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let size: Int
  private let ridge: Double
  /// For each set the Cholesky factor of its matrix, lower, [size, size]; in double precision, as
  /// sets of like vectors are nearly singular.
  private var factors: [Double]
  private var solution: [Double]

  init(_ x: Tensor<S>, size: Int, ridge: Double) {
    precondition(size > 0 && ridge > 0, "sets of \(size), ridge \(ridge)")
    (inputs, self.size, self.ridge) = ([x], size, ridge)
    factors = [Double](repeating: 0, count: (x.capacity + size - 1) / size * size * size)
    solution = [Double](repeating: 0, count: size)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let x = inputs[0]
    var (total, sets) = (0.0, 0)
    for start in stride(from: 0, to: x.rows, by: size) {
      let matrix = sets * size * size
      for row in 0..<Swift.min(size, x.rows - start) {
        let vector = x.value + (start + row) * x.columns
        for column in 0...row {
          let other = x.value + (start + column) * x.columns
          var rest = Double(S.dot(x.columns, vector, other)) + (row == column ? ridge : 0)
          for k in 0..<column {
            rest -= factors[matrix + row * size + k] * factors[matrix + column * size + k]
          }
          // No pivot is below the ridge but by rounding.
          factors[matrix + row * size + column] =
            row == column
            ? Swift.max(rest, ridge / 2).squareRoot()
            : rest / factors[matrix + column * size + column]
        }
        total += 2 * naturalLogarithm(factors[matrix + row * size + row])
      }
      sets += 1
    }
    loss.value.pointee = S(total / Double(Swift.max(1, sets)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    let sets = (x.rows + size - 1) / size
    let factor = 2 * Double(loss.gradient.pointee) / Double(Swift.max(1, sets))
    for set in 0..<sets {
      let (start, matrix) = (set * size, set * size * size)
      let count = Swift.min(size, x.rows - start)
      for column in 0..<x.columns {
        for row in 0..<count {
          var rest = Double(x.value[(start + row) * x.columns + column])
          for k in 0..<row { rest -= factors[matrix + row * size + k] * solution[k] }
          solution[row] = rest / factors[matrix + row * size + row]
        }
        for row in stride(from: count - 1, through: 0, by: -1) {
          var rest = solution[row]
          for k in row + 1..<Swift.max(row + 1, count) {
            rest -= factors[matrix + k * size + row] * solution[k]
          }
          solution[row] = rest / factors[matrix + row * size + row]
          dx[(start + row) * x.columns + column] += S(factor * solution[row])
        }
      }
    }
  }
}

/// The mean log-determinant of sets of `size` rows; see `GramLogDeterminant`.
package func gramLogDeterminant<S>(_ x: Tensor<S>, size: Int, ridge: Double) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: GramLogDeterminant(x, size: size, ridge: ridge))
}
