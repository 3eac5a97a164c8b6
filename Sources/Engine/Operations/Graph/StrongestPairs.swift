/// Of each block's pairs the strongest: `A_ij = M_ij` where it is above 0 and not below the `ε
/// n²`-th largest of the block, or where i = j; elsewhere 0 (SURGE, Chang et al. 2021, equation 3).
///
/// Shapes: pairs [rows, maxLength] → pairs. Backward: `dM_ij += dA_ij` where it is kept; which are
/// kept is a constant.
final class StrongestPairs<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let blocks: RowBlocks
  private let share: Double
  private let kept: Buffer<S>
  private let scratch: Buffer<S>

  init(_ pairs: Tensor<S>, _ blocks: RowBlocks, share: Double) {
    (inputs, self.blocks, self.share) = ([pairs], blocks, share)
    kept = Buffer(pairs.capacity * pairs.columns)
    scratch = Buffer(blocks.maxLength * blocks.maxLength)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let pairs = inputs[0]
    y.rows = pairs.rows
    clear(kept.pointer, pairs.count)
    for block in 0..<blocks.count {
      let (start, length) = blocks[block]
      for row in 0..<length {
        copy(
          length, pairs.value + (start + row) * pairs.columns, scratch.pointer + row * length)
      }
      let rank = Swift.max(1, Int((share * Double(length * length)).rounded()))
      let least = largest(scratch.pointer, count: length * length, rank: rank)
      for row in 0..<length {
        let place = (start + row) * pairs.columns
        for column in 0..<length {
          let value = pairs.value[place + column]
          if row == column || (value > 0 && value >= least) { kept.pointer[place + column] = 1 }
        }
      }
    }
    S.multiply(pairs.count, pairs.value, kept.pointer, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard let target = inputs[0].accumulatedGradient() else { return }
    S.multiplyAdd(y.count, y.gradient, kept.pointer, target)
  }
}

/// The `rank`-th largest of `count` values (1: the largest), which are reordered (Hoare 1961).
func largest<S: Scalar>(_ values: UnsafeMutablePointer<S>, count: Int, rank: Int) -> S {
  var (low, high) = (0, count - 1)
  while low < high {
    let pivot = values[(low + high) / 2]
    var (left, right) = (low, high)
    while left <= right {
      while values[left] > pivot { left += 1 }
      while values[right] < pivot { right -= 1 }
      guard left <= right else { break }
      (values[left], values[right]) = (values[right], values[left])
      left += 1
      right -= 1
    }
    if rank - 1 <= right {
      high = right
    } else if rank - 1 >= left {
      low = left
    } else {
      break
    }
  }
  return values[rank - 1]
}

/// The strongest `share` of each block's pairs; see `StrongestPairs`.
package func strongestPairs<S>(
  _ pairs: Tensor<S>, _ blocks: RowBlocks, share: Double
) -> Tensor<S> {
  let operation = StrongestPairs(pairs, blocks, share: share)
  return Tensor(rows: pairs.capacity, columns: pairs.columns, by: operation)
}
