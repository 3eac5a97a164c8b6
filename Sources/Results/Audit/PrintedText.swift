import Foundation

extension PrintedNumber {
  /// The digits as printed: `0.2270`.
  var text: String {
    guard value.isFinite else { return value.description }
    guard decimals > 0 else { return NumberText.exact(value) }
    return String(format: "%.\(decimals)f", value)
  }
}

extension Interval {
  /// The most that a computed bound may be off by.
  static let slack = 1e-9

  /// Whether some number lies in both.
  func meets(_ other: Interval) -> Bool {
    let slack = Self.slack * max(1, Swift.min(abs(low), abs(other.low)))
    return low <= other.high + slack && other.low <= high + slack
  }

  /// The numbers multiplied by a positive one.
  func scaled(by factor: Double) -> Interval { Interval(low * factor, high * factor) }
}

extension Interval {
  /// For readers: `0.3913 to 1`.
  var rounded: String { "\(NumberText.rounded(low)) to \(NumberText.rounded(high))" }
}

extension NumberText {
  /// With so many decimals.
  static func decimals(_ value: Double, _ count: Int) -> String {
    String(format: "%.\(count)f", value)
  }
}
