import Schema

/// Dropout (Srivastava et al. 2014), scaled in training: each element of `x` is dropped with probability
/// `p`, the others are divided by `1 − p`.
///
/// The mask is drawn before a step, not by it, so a step may be repeated; a graph for predictions leaves
/// the layer out.
public final class Dropout<S: Scalar> {
  private let probability: Double
  private var masks: [Tensor<S>] = []

  /// Drops with this probability, at least 0 and below 1.
  public init(_ probability: Double) { self.probability = probability }

  /// `x` with a mask of its own; `x` itself where nothing is dropped.
  public func callAsFunction(_ x: Tensor<S>) -> Tensor<S> {
    guard probability > 0 else { return x }
    let mask = Tensor<S>(rows: x.capacity, columns: x.columns)
    masks.append(mask)
    return multiply(x, mask)
  }

  /// Draws the masks of the next step, of so many rows. Probabilities are met to 2⁻¹⁶.
  @_specialize(where S == Float)
  public func draw(rows: Int, _ random: inout Random) {
    let threshold = UInt64((probability * 65536).rounded())
    let kept = S(1 / (1 - probability))
    for mask in masks {
      mask.rows = rows
      var (bits, left): (UInt64, Int) = (0, 0)
      for index in 0..<mask.count {
        if left == 0 { (bits, left) = (random.next(), 4) }
        mask.value[index] = bits & 0xffff < threshold ? 0 : kept
        bits >>= 16
        left -= 1
      }
    }
  }
}
