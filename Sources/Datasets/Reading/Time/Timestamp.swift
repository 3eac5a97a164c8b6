/// A moment, to the nanosecond, between the years 1677 and 2262.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Since 1 January 1970, UTC.
  package let nanoseconds: Int64

  /// So many nanoseconds since 1970.
  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// So many seconds since 1970; those beyond the years that a timestamp reaches count as its first
  /// or last.
  package init(seconds: Int64) {
    let (value, isBeyond) = seconds.multipliedReportingOverflow(by: Self.second)
    nanoseconds = isBeyond ? (seconds < 0 ? .min : .max) : value
  }

  /// Whole seconds since 1970, the fraction dropped downwards.
  package var seconds: Int64 {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: Self.second)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The nanoseconds of a second.
  static let second: Int64 = 1_000_000_000

  /// The earlier one is less.
  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.nanoseconds < b.nanoseconds }
}

/// What a number that tells a time counts, since 1970.
package enum TimeUnit: String, CaseIterable, Sendable {
  case seconds, milliseconds, microseconds, nanoseconds

  /// The nanoseconds of one.
  var nanoseconds: Int64 {
    switch self {
    case .seconds: 1_000_000_000
    case .milliseconds: 1_000_000
    case .microseconds: 1000
    case .nanoseconds: 1
    }
  }

  /// The unit of numbers of which this is the largest: seconds up to the year 5138, each finer unit
  /// as far.
  init(largest: Int64) {
    self =
      switch largest.magnitude {
      case 0..<100_000_000_000: .seconds
      case 0..<100_000_000_000_000: .milliseconds
      case 0..<100_000_000_000_000_000: .microseconds
      default: .nanoseconds
      }
  }
}
