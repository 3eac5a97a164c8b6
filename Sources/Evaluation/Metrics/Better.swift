/// Which values of something that is measured are the better ones.
package enum Better: String, CaseIterable, Sendable {
  case higher
  case lower
  /// It describes and does not rank, as the mean popularity of what is recommended.
  case neither

  /// Whether `a` is the better value; what is no number is worse than any, and equals are not
  /// better. Where neither is, the higher one counts as such.
  package func prefers(_ a: Double, to b: Double) -> Bool {
    guard !a.isNaN else { return false }
    return b.isNaN || (self == .lower ? a < b : a > b)
  }
}
