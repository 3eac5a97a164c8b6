/// Rows weighted by pairs, `y_i = Σ_j A_ij x_j` over the members j of i's block.
///
/// Shapes: `A` pairs [rows, maxLength], `x` [rows, width] → [rows, width].
/// Backward: `dA_ij += dy_i · x_j`, `dx_j += Σ_i A_ij dy_i`.
final class BlockProduct<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks

  init(_ pairs: Tensor<S>, _ x: Tensor<S>, _ blocks: RowBlocks) {
    (inputs, self.blocks) = ([pairs, x], blocks)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (pairs, x) = (inputs[0], inputs[1])
    y.rows = x.rows
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      S.gemm(
        false, false, length, x.columns, length, 1, pairs.value + start * pairs.columns,
        pairs.columns, x.value + start * x.columns, x.columns, 0, y.value + start * x.columns,
        x.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (pairs, x) = (inputs[0], inputs[1])
    let (dPairs, dx) = (pairs.accumulatedGradient(), x.accumulatedGradient())
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      let dy = y.gradient + start * x.columns
      if let dPairs {
        S.gemm(
          false, true, length, length, x.columns, 1, dy, x.columns,
          x.value + start * x.columns, x.columns, 1, dPairs + start * pairs.columns,
          pairs.columns)
      }
      if let dx {
        S.gemm(
          true, false, length, x.columns, length, 1, pairs.value + start * pairs.columns,
          pairs.columns, dy, x.columns, 1, dx + start * x.columns, x.columns)
      }
    }
  }
}

/// The rows of `x` weighted by `pairs` within each block; see `BlockProduct`.
package func blockProduct<S>(
  _ pairs: Tensor<S>, _ x: Tensor<S>, _ blocks: RowBlocks
) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: x.columns, by: BlockProduct(pairs, x, blocks))
}
