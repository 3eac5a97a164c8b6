import Foundation

/// A stretch of time as people say it.
package enum TimeText {
  /// `0.21 s`, `3.5 min`, `12 h` or `3.0 days`: two digits at least.
  package static func text(_ seconds: Double) -> String {
    for (unit, length, end) in [("s", 1.0, 100.0), ("min", 60, 100), ("h", 3600, 48)] {
      let value = seconds / length
      if value < end { return "\(digits(value)) \(unit)" }
    }
    return "\(digits(seconds / 86_400)) days"
  }

  private static func digits(_ value: Double) -> String {
    String(format: value < 1 ? "%.2f" : value < 10 ? "%.1f" : value < 1e6 ? "%.0f" : "%.1e", value)
  }
}
