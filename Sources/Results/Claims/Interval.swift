/// All numbers from `low` to `high`, both included: what a rounded or an uncertain number may be.
package struct Interval: Sendable, Equatable {
  /// The least; NaN when nothing is known.
  package let low: Double
  /// The greatest; NaN when nothing is known.
  package let high: Double

  /// The numbers between two, in either order.
  package init(_ a: Double, _ b: Double) {
    // `min` and `max` would pass over a NaN.
    let isKnown = !a.isNaN && !b.isNaN
    (low, high) = isKnown ? (min(a, b), max(a, b)) : (.nan, .nan)
  }

  /// The numbers at most `radius` from `centre`.
  package init(_ centre: Double, radius: Double) { self.init(centre - radius, centre + radius) }

  /// Nothing is known of the number.
  package static let unknown = Interval(.nan, .nan)

  /// Whether anything is known of the number.
  package var isKnown: Bool { !low.isNaN }

  /// What a difference may be.
  package static func - (a: Interval, b: Interval) -> Interval {
    Interval(a.low - b.high, a.high - b.low)
  }

  /// What a ratio may be; unknown when the divisor may be zero.
  package static func / (a: Interval, b: Interval) -> Interval {
    guard b.low > 0 || b.high < 0 else { return .unknown }
    let corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]
    guard !corners.contains(where: \.isNaN) else { return .unknown }
    return Interval(corners.reduce(.infinity, min), corners.reduce(-.infinity, max))
  }
}
