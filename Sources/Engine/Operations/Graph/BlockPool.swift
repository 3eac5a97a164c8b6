/// The rows of a block pooled into clusters, `y_c = Σ_i S_ic x_i`, as many for every block.
///
/// Shapes: `S` [rows, clusters], `x` [rows, width] → [clusters · blocks, width], where cluster c of
/// block b is row c · blocks + b: the packed sequences of `PackedSequences`, all of one length.
/// Backward: `dS_ic += x_i · dy_c`, `dx_i += Σ_c S_ic dy_c`.
final class BlockPool<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks

  init(_ shares: Tensor<S>, _ x: Tensor<S>, _ blocks: RowBlocks) {
    (inputs, self.blocks) = ([shares, x], blocks)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (shares, x) = (inputs[0], inputs[1])
    y.rows = shares.columns * blocks.count
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      S.gemm(
        true, false, shares.columns, x.columns, length, 1, shares.value + start * shares.columns,
        shares.columns, x.value + start * x.columns, x.columns, 0, y.value + block * x.columns,
        blocks.count * x.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (shares, x) = (inputs[0], inputs[1])
    let (dShares, dx) = (shares.accumulatedGradient(), x.accumulatedGradient())
    let stride = blocks.count * x.columns
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      let dy = y.gradient + block * x.columns
      if let dShares {
        S.gemm(
          false, true, length, shares.columns, x.columns, 1, x.value + start * x.columns,
          x.columns, dy, stride, 1, dShares + start * shares.columns, shares.columns)
      }
      if let dx {
        S.gemm(
          false, false, length, x.columns, shares.columns, 1,
          shares.value + start * shares.columns, shares.columns, dy, stride, 1,
          dx + start * x.columns, x.columns)
      }
    }
  }
}

/// The rows of `x` pooled by `shares` into the clusters of each block; see `BlockPool`.
///
/// - Parameter capacity: The most blocks of a batch.
package func blockPool<S>(
  _ shares: Tensor<S>, _ x: Tensor<S>, _ blocks: RowBlocks, capacity: Int
) -> Tensor<S> {
  let operation = BlockPool(shares, x, blocks)
  return Tensor(rows: shares.columns * capacity, columns: x.columns, by: operation)
}
