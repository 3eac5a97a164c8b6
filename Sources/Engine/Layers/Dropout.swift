import Schema

/// Dropout (Srivastava et al. 2014), scaled in training: each element of `x` is dropped with probability
/// `p`, the others are divided by `1 − p`.
///
/// The mask is drawn before a step, not by it, so a step may be repeated; a graph for predictions leaves
/// the layer out.
public final class Dropout {
  private let probability: Double
  private var masks: [Tensor<Float>] = []
  /// The random words of one mask after another; four elements share one, the low bits first.
  private var words: UnsafeMutableBufferPointer<UInt64> = .allocate(capacity: 0)

  /// Drops with this probability, at least 0 and below 1.
  public init(_ probability: Double) { self.probability = probability }

  deinit { words.deallocate() }

  /// `x` with a mask of its own; `x` itself where nothing is dropped.
  public func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> {
    guard probability > 0 else { return x }
    let mask = Tensor<Float>(rows: x.capacity, columns: x.columns)
    masks.append(mask)
    if words.count < mask.count / 4 + 1 {
      words.deallocate()
      words = .allocate(capacity: mask.count / 4 + 1)
      words.initialize(repeating: 0)
    }
    return multiply(x, mask)
  }

  /// Draws the masks of the next step, of so many rows. Probabilities are met to 2⁻¹⁶.
  public func draw(rows: Int, _ random: inout Random) {
    var stream = random
    for mask in masks {
      mask.rows = rows
      let used = words.prefix((mask.count + 3) / 4)
      for place in used.indices { words[place] = stream.next().littleEndian }
      used.withMemoryRebound(to: UInt16.self) { bits in
        guard let bits = bits.baseAddress else { return }
        dropoutMask(
          mask.count, bits, threshold: UInt32((probability * 65536).rounded()),
          kept: Float(1 / (1 - probability)), mask.value)
      }
    }
    random = stream
  }
}
