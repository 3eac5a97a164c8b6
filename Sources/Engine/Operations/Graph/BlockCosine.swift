/// The cosine of every two rows of a block, `M_ij = u_i · u_j`, `u_i = z_i / ‖z_i‖`.
///
/// Shapes: `z` [rows, width] → pairs [rows, maxLength]. A row of zeros has cosine 0 with all.
/// Backward: `du = (dM + dMᵀ) u`, `dz_i += (du_i − (du_i · u_i) u_i) / ‖z_i‖`.
final class BlockCosine<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks
  private let units: Buffer<S>
  private let norms: Buffer<S>
  private let slopes: Buffer<S>

  init(_ z: Tensor<S>, _ blocks: RowBlocks) {
    (inputs, self.blocks) = ([z], blocks)
    units = Buffer(z.capacity * z.columns)
    slopes = Buffer(z.capacity * z.columns)
    norms = Buffer(z.capacity)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (z, width) = (inputs[0], inputs[0].columns)
    y.rows = z.rows
    clear(y.value, y.count)
    for row in 0..<z.rows {
      let source = z.value + row * width
      let norm = S.dot(width, source, source).squareRoot()
      norms.pointer[row] = Swift.max(norm, S.leastNormalMagnitude)
      S.scale(width, 1 / norms.pointer[row], source, units.pointer + row * width)
    }
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      let u = units.pointer + start * width
      S.gemm(
        false, true, length, length, width, 1, u, width, u, width, 0,
        y.value + start * y.columns, y.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (z, width) = (inputs[0], inputs[0].columns)
    guard let dz = z.accumulatedGradient() else { return }
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      let (u, du) = (units.pointer + start * width, slopes.pointer + start * width)
      let dM = y.gradient + start * y.columns
      // dM u, then dMᵀ u.
      for side in 0..<2 {
        S.gemm(
          side == 1, false, length, width, length, 1, dM, y.columns, u, width, S(side), du, width)
      }
    }
    for row in 0..<z.rows {
      let (u, du) = (units.pointer + row * width, slopes.pointer + row * width)
      S.axpy(width, -S.dot(width, du, u), u, du)
      S.axpy(width, 1 / norms.pointer[row], du, dz + row * width)
    }
  }
}

/// The cosines of every two rows of a block; see `BlockCosine`.
package func blockCosine<S>(_ z: Tensor<S>, _ blocks: RowBlocks) -> Tensor<S> {
  Tensor(rows: z.capacity, columns: blocks.maxLength, by: BlockCosine(z, blocks))
}
