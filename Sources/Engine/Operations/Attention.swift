/// Scaled dot-product attention of several heads (Vaswani et al. 2017, section 3.2) among the rows
/// of each block: `P = softmax(Q Kᵀ / √d)` of a head's `d` columns, `y = P V`.
///
/// Shapes: `Q`, `K`, `V`, `y` [rows, width]; head `k` is the columns `k d ..< (k + 1) d`, `d = width /
/// heads`. `causal`: row `i` of a block looks at the rows `0…i` of it alone.
/// Backward: `dV = Pᵀ dy`, `dP = dy Vᵀ`, `dS = P ⊙ (dP − Σ_j P_j dP_j)`, `dQ = dS K / √d`, `dK = dSᵀ Q /
/// √d`.
final class Attention<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  var resultRead: ResultRead { .nothing }
  private let blocks: RowBlocks
  private let heads: Int
  private let causal: Bool
  /// `P` before and after dropout, [rows, heads · maxLength]: the weights of a row lie together.
  private let weights: Buffer<S>
  private let kept: Buffer<S>
  private let drop: DropBits?
  /// The gradients by the weights of one head of a block, [maxLength, maxLength].
  private let slopes: Buffer<S>
  private let products: Buffer<S>

  init(
    _ q: Tensor<S>, _ k: Tensor<S>, _ v: Tensor<S>, _ blocks: RowBlocks, heads: Int, causal: Bool,
    drop: DropBits?
  ) {
    requireOneShape([q, k, v])
    precondition(q.columns % heads == 0, "\(heads) heads of \(q.columns) columns")
    (inputs, self.blocks, self.heads, self.causal) = ([q, k, v], blocks, heads, causal)
    self.drop = drop
    weights = Buffer(q.capacity * heads * blocks.maxLength)
    kept = drop == nil ? weights : Buffer(q.capacity * heads * blocks.maxLength)
    slopes = Buffer(blocks.maxLength * blocks.maxLength)
    products = Buffer(blocks.maxLength)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (q, k, v) = (inputs[0], inputs[1], inputs[2])
    y.rows = q.rows
    precondition(q.rows == blocks.rows, "\(q.rows) rows are not \(blocks.rows) of blocks")
    let (width, depth) = (q.columns, q.columns / heads)
    let (room, scale) = (heads * blocks.maxLength, 1 / S(q.columns / heads).squareRoot())
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      for head in 0..<heads {
        let (place, column) = (start * room + head * blocks.maxLength, head * depth)
        let first = start * width + column
        let own = weights.pointer + place
        S.gemm(
          false, true, length, length, depth, scale, q.value + first, width, k.value + first,
          width, 0, own, room)
        for row in 0..<length {
          let seen = causal ? row + 1 : length
          S.softmax(1, seen, 1, own + row * room, own + row * room)
          clear(own + row * room + seen, length - seen)
          drop?.apply(
            length, at: place + row * room, own + row * room, kept.pointer + place + row * room)
        }
        S.gemm(
          false, false, length, depth, length, 1, kept.pointer + place, room, v.value + first,
          width, 0, y.value + first, width)
      }
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (q, k, v) = (inputs[0], inputs[1], inputs[2])
    let (dq, dk, dv) = (q.productGradient(), k.productGradient(), v.productGradient())
    let (width, depth) = (q.columns, q.columns / heads)
    let (room, scale) = (heads * blocks.maxLength, 1 / S(q.columns / heads).squareRoot())
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      for head in 0..<heads {
        let (place, column) = (start * room + head * blocks.maxLength, head * depth)
        let first = start * width + column
        let dy = y.gradient + first
        if let (target, beta) = dv {
          S.gemm(
            true, false, length, depth, length, 1, kept.pointer + place, room, dy, width, beta,
            target + first, width)
        }
        S.gemm(
          false, true, length, length, depth, 1, dy, width, v.value + first, width, 0,
          slopes.pointer, length)
        for row in 0..<length {
          let (d, p) = (slopes.pointer + row * length, weights.pointer + place + row * room)
          drop?.apply(length, at: place + row * room, d, d)
          S.multiply(length, d, p, products.pointer)
          S.axpy(length, -S.sum(length, products.pointer), p, products.pointer)
          copy(length, products.pointer, d)
        }
        if let (target, beta) = dq {
          S.gemm(
            false, false, length, depth, length, scale, slopes.pointer, length, k.value + first,
            width, beta, target + first, width)
        }
        if let (target, beta) = dk {
          S.gemm(
            true, false, length, depth, length, scale, slopes.pointer, length, q.value + first,
            width, beta, target + first, width)
        }
      }
    }
  }
}
