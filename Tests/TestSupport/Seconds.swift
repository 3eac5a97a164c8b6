import Datasets

/// Tests write times in seconds.
extension Timestamp: ExpressibleByIntegerLiteral {
  /// So many seconds since 1970.
  public init(integerLiteral value: Int64) { self.init(seconds: value) }
}
