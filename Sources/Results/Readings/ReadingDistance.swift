import Foundation

/// How far a printed number lies from what was measured.
struct ReadingDistance {
  /// Half a unit of the last printed digit.
  let rounding: Double
  let printed: Double

  /// Two programs of one definition differ by so much of a value: other orders of ties, other
  /// draws of a split.
  static let blur = 0.005
  /// The degrees of freedom of the density: the fewer, the less a far column counts.
  static let tails = 4.0

  init(_ number: PrintedNumber) {
    printed = number.value
    rounding = 0.5 * pow(10, -Double(number.decimals))
  }

  /// −log of a density of Student's t around what was measured, but for a constant: near it grows
  /// like a square, far from it like a logarithm, so that one column of another reading does not
  /// outweigh all others.
  ///
  /// Its scale is the standard deviation over seeds, the rounding and the blur together.
  func cost(_ measured: Spread) -> Double {
    let (sd, blur) = (measured.sd ?? 0, Self.blur * abs(measured.mean))
    let variance = sd * sd + rounding * rounding / 3 + blur * blur
    let difference = printed - measured.mean
    return 0.5 * log(variance)
      + 0.5 * (Self.tails + 1) * log(1 + difference * difference / (Self.tails * variance))
  }

  /// Whether the number is what was measured, within its rounding and two standard deviations over
  /// seeds.
  func isWithin(_ measured: Spread) -> Bool {
    abs(printed - measured.mean) <= rounding * (1 + 1e-9) + 2 * (measured.sd ?? 0)
  }
}
