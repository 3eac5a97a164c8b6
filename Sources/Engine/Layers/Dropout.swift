import Basics

/// Dropout (Srivastava et al. 2014), scaled in training: each element of `x` is dropped with
/// probability `p`, the others are divided by `1 − p`.
///
/// What is dropped is drawn before a step, not by it, so a step may be repeated; a graph for
/// predictions leaves the layer out.
package final class Dropout<S: Scalar> {
  private let probability: Double
  private var uses: [DropBits] = []

  /// Drops with this probability, at least 0 and below 1.
  package init(_ probability: Double) { self.probability = probability }

  /// `x` with elements dropped that no other use drops, in the room of `x`, which nothing else
  /// reads; `x` itself where nothing is dropped.
  ///
  /// What made `x` finds no more than signs where its values were: enough for rectifiers, too
  /// little for a sigmoid, which is refused.
  package func callAsFunction(replacing x: Tensor<S>) -> Tensor<S> {
    guard let bits = bits(rows: x.capacity, columns: x.columns) else { return x }
    return Tensor(replacing: x, by: Drop(x, bits), keepsSigns: true)
  }

  /// What is dropped of a matrix that another operation holds; nil where nothing is.
  func bits(rows: Int, columns: Int) -> DropBits? {
    guard probability > 0 else { return nil }
    let bits = DropBits(rows: rows, columns: columns, probability)
    uses.append(bits)
    return bits
  }

  /// Draws what the next step drops of so many rows. Probabilities are met to 2⁻¹⁶.
  package func draw(rows: Int, _ random: inout Random) {
    for use in uses { use.draw(rows: rows, &random) }
  }
}

/// What is dropped of a matrix: `m` zero where an element's 16 random bits are below the threshold,
/// else `1/(1 − p)`.
final class DropBits {
  private let columns: Int
  private let threshold: UInt32
  private let kept: Double
  /// Four elements share one, the low bits first.
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let bits: UnsafePointer<UInt16>

  init(rows: Int, columns: Int, _ probability: Double) {
    self.columns = columns
    threshold = UInt32((probability * 65536).rounded())
    kept = 1 / (1 - probability)
    let count = rows * columns / 4 + 1
    let start = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
    words = UnsafeMutableBufferPointer(start: start, count: count)
    bits = UnsafeRawPointer(start).assumingMemoryBound(to: UInt16.self)
  }

  deinit { words.deallocate() }

  func draw(rows: Int, _ random: inout Random) {
    // A stream of its own stays in registers.
    var stream = random
    for place in 0..<(rows * columns + 3) / 4 { words[place] = stream.next().littleEndian }
    random = stream
  }

  /// `y = m ⊙ x` of `count` elements from the one at `start`; `x` and `y` may be the same memory.
  func apply<S: Scalar>(
    _ count: Int, at start: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
  ) {
    S.drop(count, bits + start, threshold, S(kept), x, y)
  }
}

/// `y = m ⊙ x`, see `DropBits`. Backward: `dx += m ⊙ dy`; `dy` itself becomes that product.
final class Drop<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  var resultRead: ResultRead { .nothing }
  private let bits: DropBits

  init(_ x: Tensor<S>, _ bits: DropBits) { (inputs, self.bits) = ([x], bits) }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    bits.apply(x.count, at: 0, x.value, y.value)
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    bits.apply(y.count, at: 0, y.gradient, y.gradient)
    inputs[0].passGradient(of: y)
  }
}
