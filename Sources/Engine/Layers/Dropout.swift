import Basics

/// Dropout (Srivastava et al. 2014), scaled in training: each element of `x` is dropped with
/// probability `p`, the others are divided by `1 − p`.
///
/// What is dropped is drawn before a step, not by it, so a step may be repeated; a graph for
/// predictions leaves the layer out.
package final class Dropout<S: Scalar> {
  private let probability: Double
  private var uses: [Drop<S>] = []

  /// Drops with this probability, at least 0 and below 1.
  package init(_ probability: Double) { self.probability = probability }

  /// `x` with elements dropped that no other use drops, in the room of `x`, which nothing else
  /// reads; `x` itself where nothing is dropped.
  ///
  /// What made `x` finds no more than signs where its values were: enough for rectifiers, too
  /// little for a sigmoid, which is refused.
  package func callAsFunction(replacing x: Tensor<S>) -> Tensor<S> {
    guard probability > 0 else { return x }
    let use = Drop(x, probability)
    uses.append(use)
    return Tensor(replacing: x, by: use, keepsSigns: true)
  }

  /// Draws what the next step drops of so many rows. Probabilities are met to 2⁻¹⁶.
  package func draw(rows: Int, _ random: inout Random) {
    for use in uses { use.draw(rows: rows, &random) }
  }
}

/// `y = m ⊙ x`, `m` zero where an element's 16 random bits are below the threshold, else `1/(1 −
/// p)`. Backward: `dx += m ⊙ dy`; `dy` itself becomes that product.
final class Drop<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  var resultRead: ResultRead { .nothing }
  private let threshold: UInt32
  private let kept: S
  /// Four elements share one, the low bits first.
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let bits: UnsafePointer<UInt16>

  init(_ x: Tensor<S>, _ probability: Double) {
    inputs = [x]
    threshold = UInt32((probability * 65536).rounded())
    kept = S(1 / (1 - probability))
    let count = x.capacity * x.columns / 4 + 1
    let start = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
    words = UnsafeMutableBufferPointer(start: start, count: count)
    bits = UnsafeRawPointer(start).assumingMemoryBound(to: UInt16.self)
  }

  deinit { words.deallocate() }

  func draw(rows: Int, _ random: inout Random) {
    // A stream of its own stays in registers.
    var stream = random
    for place in 0..<(rows * inputs[0].columns + 3) / 4 {
      words[place] = stream.next().littleEndian
    }
    random = stream
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    S.drop(x.count, bits, threshold, kept, x.value, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    S.drop(y.count, bits, threshold, kept, y.gradient, y.gradient)
    inputs[0].passGradient(of: y)
  }
}
