/// What a node takes from its neighbours, an attention over those of its block to which it has an
/// edge: `E_ij = softmax_{j: A_ij ≠ 0} f(α_i + β_j)`, `f` the leaky ReLU of slope 0.2 as in graph
/// attention networks (Veličković et al. 2018); without `f` the `α_i` would cancel. Without scores:
/// `1 / |N_i|`.
///
/// Shapes: `A` pairs [rows, maxLength], `α`, `β` [rows, 1] → pairs. `A` says who is a neighbour,
/// and no gradient flows into it. Backward: `ds_ij = E_ij (dE_ij − Σ_k E_ik dE_ik) f'(α_i + β_j)`,
/// `dα_i += Σ_j ds_ij`, `dβ_j += Σ_i ds_ij`.
final class NeighbourSoftmax<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks
  private var edges: Tensor<S> { inputs[0] }
  private var slope: S { S(leakyReLUSlope) }

  init(_ edges: Tensor<S>, _ scores: [Tensor<S>], _ blocks: RowBlocks) {
    requireOneShape(scores.isEmpty ? [edges] : scores)
    (inputs, self.blocks) = ([edges] + scores, blocks)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = edges.rows
    clear(y.value, y.count)
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      for row in start..<start + length {
        let (a, e) = (edges.value + row * y.columns, y.value + row * y.columns)
        for column in 0..<length {
          // Far below what any neighbour has, so that nothing is left of it.
          e[column] = a[column] == 0 ? -1e30 : score(row, start + column).value
        }
        S.softmax(1, length, 1, e, e)
        for column in 0..<length where a[column] == 0 { e[column] = 0 }
      }
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard inputs.count > 1 else { return }
    let (dAlpha, dBeta) = (inputs[1].accumulatedGradient(), inputs[2].accumulatedGradient())
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      for row in start..<start + length {
        let (e, dE) = (y.value + row * y.columns, y.gradient + row * y.columns)
        let mean = S.dot(length, e, dE)
        for column in 0..<length where e[column] != 0 {
          let change = e[column] * (dE[column] - mean) * score(row, start + column).slope
          if let dAlpha { dAlpha[row] += change }
          if let dBeta { dBeta[start + column] += change }
        }
      }
    }
  }

  @inline(__always)
  private func score(_ row: Int, _ other: Int) -> (value: S, slope: S) {
    guard inputs.count > 1 else { return (0, 0) }
    let sum = inputs[1].value[row] + inputs[2].value[other]
    return sum > 0 ? (sum, 1) : (slope * sum, slope)
  }
}

/// The attention of each node over its neighbours, with the scores α of who takes and β of who
/// gives; see `NeighbourSoftmax`.
package func neighbourSoftmax<S>(
  _ edges: Tensor<S>, taking alpha: Tensor<S>, giving beta: Tensor<S>, _ blocks: RowBlocks
) -> Tensor<S> {
  let operation = NeighbourSoftmax(edges, [alpha, beta], blocks)
  return Tensor(rows: edges.capacity, columns: edges.columns, by: operation)
}

/// The same share for each neighbour of a node; see `NeighbourSoftmax`.
package func neighbourShares<S>(_ edges: Tensor<S>, _ blocks: RowBlocks) -> Tensor<S> {
  let operation = NeighbourSoftmax(edges, [], blocks)
  return Tensor(rows: edges.capacity, columns: edges.columns, by: operation)
}
