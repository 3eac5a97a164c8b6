/// How far a pooling is from keeping the edges, `L = (1/B) Σ_b ‖A_b − S_b S_bᵀ‖_F` over B blocks
/// (Ying et al. 2018, link prediction; SURGE's "same mapping").
///
/// Shapes: `A` pairs [rows, maxLength], `S` [rows, clusters]. Backward, with `D = A − S Sᵀ`:
/// `dA += D / (B ‖D‖)`, `dS −= (D + Dᵀ) S / (B ‖D‖)`.
final class LinkLoss<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks
  /// D, [rows, maxLength], and the norm of each block.
  private let rest: Buffer<S>
  private let norms: Buffer<S>

  init(_ pairs: Tensor<S>, _ shares: Tensor<S>, _ blocks: RowBlocks) {
    (inputs, self.blocks) = ([pairs, shares], blocks)
    rest = Buffer(pairs.capacity * pairs.columns)
    norms = Buffer(pairs.capacity)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let (pairs, shares) = (inputs[0], inputs[1])
    copy(pairs.count, pairs.value, rest.pointer)
    var total = 0.0
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      let (s, d) = (shares.value + start * shares.columns, rest.pointer + start * pairs.columns)
      S.gemm(
        false, true, length, length, shares.columns, -1, s, shares.columns, s, shares.columns, 1,
        d, pairs.columns)
      var square: S = 0
      for row in 0..<length {
        square += S.dot(length, d + row * pairs.columns, d + row * pairs.columns)
      }
      norms.pointer[block] = square.squareRoot()
      total += Double(norms.pointer[block])
    }
    loss.value.pointee = S(total / Double(Swift.max(1, blocks.count)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let (pairs, shares) = (inputs[0], inputs[1])
    let (dPairs, dShares) = (pairs.accumulatedGradient(), shares.accumulatedGradient())
    for block in 0..<blocks.count where norms.pointer[block] > 0 {
      let (start, length) = blocks[block]
      let factor = loss.gradient.pointee / (S(blocks.count) * norms.pointer[block])
      let d = rest.pointer + start * pairs.columns
      if let dPairs {
        for row in 0..<length {
          let place = (start + row) * pairs.columns
          S.axpy(length, factor, d + row * pairs.columns, dPairs + place)
        }
      }
      guard let dShares else { continue }
      // D S, then Dᵀ S.
      for side in 0..<2 {
        S.gemm(
          side == 1, false, length, shares.columns, length, -factor, d, pairs.columns,
          shares.value + start * shares.columns, shares.columns, 1,
          dShares + start * shares.columns, shares.columns)
      }
    }
  }
}

/// The mean over blocks of `‖A − S Sᵀ‖`; see `LinkLoss`.
package func linkLoss<S>(
  _ pairs: Tensor<S>, _ shares: Tensor<S>, _ blocks: RowBlocks
) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: LinkLoss(pairs, shares, blocks))
}
