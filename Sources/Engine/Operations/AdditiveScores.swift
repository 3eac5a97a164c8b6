/// A perceptron of one hidden layer over every pair of a left and a right row, its first layer
/// being a sum of a share of each: `y_ij = Σ_k w_k f(u_ik + v_jk)`, `f` the leaky ReLU of slope
/// 0.2.
///
/// Where left rows are users and right rows are items, all pairs cost one addition and one product
/// for each hidden unit, instead of the whole first layer (the form of Bahdanau et al. 2015).
///
/// Shapes: `u` [left, width], `v` [right, width], `w` [width, 1] → [left, right].
/// Backward, `s_ijk = f'(u_ik + v_jk)`: `du_ik += w_k Σ_j dy_ij s_ijk`, `dv_jk += w_k Σ_i dy_ij
/// s_ijk`, `dw_k += Σ_ij dy_ij f(u_ik + v_jk)`.
final class AdditiveScores<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  /// vᵀ and the gradient by it, [width, right], so that kernels run along the right rows; those by
  /// u and w. Made in the backward pass: by the time it is asked for w's, w has moved.
  private let turned: Buffer<S>
  private let turnedSlopes: Buffer<S>
  private let leftSlopes: Buffer<S>
  private let weightSlopes: Buffer<S>

  init(_ u: Tensor<S>, _ v: Tensor<S>, _ weight: Parameter<S>) {
    precondition(
      u.columns == v.columns && weight.count == u.columns,
      "u [_, \(u.columns)], v [_, \(v.columns)] and \(weight.count) weights")
    (inputs, parameters) = ([u, v], [weight])
    turned = Buffer(v.capacity * v.columns)
    turnedSlopes = Buffer(v.capacity * v.columns)
    leftSlopes = Buffer(u.capacity * u.columns)
    weightSlopes = Buffer(weight.count)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (u, v) = (inputs[0], inputs[1])
    precondition(v.rows == y.columns, "\(v.rows) right rows where \(y.columns) were planned")
    y.rows = u.rows
    for row in 0..<v.rows {
      for column in 0..<v.columns {
        turned.pointer[column * v.rows + row] = v.value[row * v.columns + column]
      }
    }
    S.additiveScores(
      u.rows, v.rows, u.columns, S(leakyReLUSlope), u.value, turned.pointer, parameters[0].value,
      y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (u, v) = (inputs[0], inputs[1])
    leftSlopes.clear()
    turnedSlopes.clear()
    weightSlopes.clear()
    S.additiveScoresBackward(
      u.rows, v.rows, u.columns, S(leakyReLUSlope), u.value, turned.pointer, parameters[0].value,
      y.gradient, leftSlopes.pointer, turnedSlopes.pointer, weightSlopes.pointer)
    if let du = u.accumulatedGradient() { S.add(u.count, leftSlopes.pointer, du) }
    guard let dv = v.accumulatedGradient() else { return }
    for row in 0..<v.rows {
      for column in 0..<v.columns {
        dv[row * v.columns + column] += turnedSlopes.pointer[column * v.rows + row]
      }
    }
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, rows.count * parameter.columns) }
    let first = rows.lowerBound * parameter.columns
    S.add(rows.count * parameter.columns, weightSlopes.pointer + first, target)
  }
}

/// The scores of every pair of a row of `u` and one of `v`; see `AdditiveScores`.
///
/// All rows of `v` take part in every batch.
package func additiveScores<S>(
  _ u: Tensor<S>, _ v: Tensor<S>, _ weight: Parameter<S>
) -> Tensor<S> {
  Tensor(rows: u.capacity, columns: v.capacity, by: AdditiveScores(u, v, weight))
}
