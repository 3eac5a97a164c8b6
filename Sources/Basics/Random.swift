import Foundation

/// A reproducible stream of random numbers: xoshiro256** (Blackman & Vigna 2018).
///
/// Each purpose draws from its own named stream, so a draw added for one purpose moves no other's.
/// The four state words are successive outputs of splitmix64 started at
/// `splitmix64(seed) ⊕ fnv1a(stream)`; the numbers are the same on every platform and version.
package struct Random: RandomNumberGenerator, Sendable, Equatable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// Starts the stream called `stream` (UTF-8 bytes count) of the given seed.
  package init(seed: UInt64, stream: String) {
    var words = SplitMix64(state: seed)
    words = SplitMix64(state: words.next() ^ fnv1a(stream))
    (s0, s1, s2, s3) = (words.next(), words.next(), words.next(), words.next())
  }

  /// Goes on from a saved state: four words, not all zero; nil for anything else.
  package init?(state: [UInt64]) {
    guard state.count == 4, state.contains(where: { $0 != 0 }) else { return nil }
    (s0, s1, s2, s3) = (state[0], state[1], state[2], state[3])
  }

  /// The four words from which the stream goes on.
  ///
  /// Setting it requires what `init(state:)` checks; give words of unknown origin to that instead.
  package var state: [UInt64] {
    get { [s0, s1, s2, s3] }
    set {
      guard let restored = Random(state: newValue) else {
        preconditionFailure("a random state is four words, not all zero")
      }
      self = restored
    }
  }

  /// The next 64 random bits.
  @inlinable
  package mutating func next() -> UInt64 {
    let result = rotate(s1 &* 5, 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = rotate(s3, 45)
    return result
  }

  /// A number in [0, 1), a multiple of 2⁻²⁴: every value is exact in a Float.
  @inlinable
  package mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A number in [0, 1), a multiple of 2⁻⁵³.
  @inlinable
  package mutating func uniformDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A standard normal number (Box & Muller 1958, the cosine branch of a fresh pair).
  package mutating func normal() -> Float {
    let radius = (-2 * log(1 - uniformDouble())).squareRoot()
    return Float(radius * cos(2 * Double.pi * uniformDouble()))
  }

  /// A whole number in 0..<n, each equally likely (Lemire 2019, algorithm 5); `n` must be positive.
  @inlinable
  package mutating func below(_ n: Int) -> Int {
    precondition(n > 0, "below(n) needs a positive n")
    let bound = UInt64(n)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return Int(product.high)
  }

  /// Puts the elements in a random order, each order equally likely (Fisher–Yates, from the end).
  ///
  /// Our own, since the standard library does not promise the same order in its next version.
  @inlinable
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  @inlinable @inline(__always)
  func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    (word << bits) | (word >> (64 - bits))
  }
}

/// Steele, Lea & Flood 2014; it only spreads a seed over the words of another generator.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// The 64-bit FNV-1a hash of a text's UTF-8 bytes.
func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
