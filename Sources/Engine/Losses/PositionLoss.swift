/// How far the clusters of each block are from being in the order of its rows, `L = (1/B) Σ_b ‖p_b
/// − q‖₂`, `p_c = Σ_i t_i S_ic / Σ_i S_ic`, `t_i = (i + ½)/n`, `q_c = (c + ½)/m`.
///
/// After SURGE's relative position regularisation, `‖P_n S − P_m‖₂` with the positions 1…n and 1…m.
/// That cannot be small: the elements of `P_n S` add up to n(n+1)/2, those of `P_m` to m(m+1)/2.
/// Here the positions are relative and each cluster's is a mean.
///
/// Shapes: `S` [rows, clusters]. Backward: `dS_ic += (p_c − q_c)(t_i − p_c) / (B ‖p − q‖ Σ_i
/// S_ic)`.
final class PositionLoss<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks
  /// p, and the sum of each cluster's shares, [blocks, clusters]; ‖p − q‖ of each block.
  private let places: Buffer<S>
  private let masses: Buffer<S>
  private let norms: Buffer<S>

  init(_ shares: Tensor<S>, _ blocks: RowBlocks) {
    (inputs, self.blocks) = ([shares], blocks)
    places = Buffer(shares.capacity * shares.columns)
    masses = Buffer(shares.capacity * shares.columns)
    norms = Buffer(shares.capacity)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let shares = inputs[0]
    let clusters = shares.columns
    var total = 0.0
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      let (p, mass) = (places.pointer + block * clusters, masses.pointer + block * clusters)
      clear(p, clusters)
      clear(mass, clusters)
      for row in 0..<length {
        let s = shares.value + (start + row) * clusters
        S.axpy(clusters, position(row, length), s, p)
        S.add(clusters, s, mass)
      }
      var square: S = 0
      for cluster in 0..<clusters {
        p[cluster] /= Swift.max(mass[cluster], S.leastNormalMagnitude)
        let gap = p[cluster] - position(cluster, clusters)
        square += gap * gap
      }
      norms.pointer[block] = square.squareRoot()
      total += Double(norms.pointer[block])
    }
    loss.value.pointee = S(total / Double(Swift.max(1, blocks.count)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) {
    let shares = inputs[0]
    let clusters = shares.columns
    guard let target = shares.accumulatedGradient() else { return }
    for block in 0..<blocks.count where norms.pointer[block] > 0 {
      let (start, length) = blocks[block]
      let (p, mass) = (places.pointer + block * clusters, masses.pointer + block * clusters)
      let factor = loss.gradient.pointee / (S(blocks.count) * norms.pointer[block])
      for cluster in 0..<clusters where mass[cluster] > 0 {
        let slope = factor * (p[cluster] - position(cluster, clusters)) / mass[cluster]
        for row in 0..<length {
          target[(start + row) * clusters + cluster] += slope * (position(row, length) - p[cluster])
        }
      }
    }
  }

  @inline(__always)
  private func position(_ place: Int, _ count: Int) -> S { (S(place) + 0.5) / S(count) }
}

/// How far the clusters of each block are from the order of its rows; see `PositionLoss`.
package func positionLoss<S>(_ shares: Tensor<S>, _ blocks: RowBlocks) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: PositionLoss(shares, blocks))
}
