import Datasets

/// Tests write times in seconds.
extension Timestamp: ExpressibleByIntegerLiteral {
  /// So many seconds since 1970.
  package init(integerLiteral value: Int64) { self.init(seconds: value) }
}
