import Foundation

/// 1/n + 1/(n + 1) + … of `count` terms, `n` at least 1, right to about 1e-14 whatever their
/// number.
func harmonicSum(_ n: Int, count: Int) -> Double {
  var (next, sum) = (n, 0.0)
  let end = n + count
  // Short sums, and the first terms, of which the series below is not good enough.
  while next < end, next < 16 || count <= 64 {
    sum += 1 / Double(next)
    next += 1
  }
  guard next < end else { return sum }
  let (a, b) = (Double(next), Double(end))
  return sum + log1p((b - a) / a) + digammaTail(b) - digammaTail(a)
}

/// The digamma function less the logarithm (Abramowitz & Stegun 1964, 6.3.18).
private func digammaTail(_ x: Double) -> Double {
  let y = 1 / (x * x)
  return -1 / (2 * x) - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y / 240)))
}
