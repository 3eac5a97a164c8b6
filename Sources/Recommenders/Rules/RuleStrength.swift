/// How strong a rule X → y is.
///
/// `n(Z)` is how many users have all of Z, N how many have anything.
package enum RuleStrength: String, CaseIterable, Sendable {
  /// `n(X ∪ y) / n(X)`.
  case confidence
  /// `n(X ∪ y) N / (n(X) n(y))`, the confidence over the share of users who have y.
  case lift
  /// `n(X ∪ y)`.
  case support

  /// The strength; the counts are below 2³¹ and positive, so that no product is rounded and equal
  /// ratios are equal.
  func callAsFunction(both: Int32, antecedent: Int32, consequent: Int32, of all: Int) -> Double {
    switch self {
    case .confidence: Double(both) / Double(antecedent)
    case .lift: Double(Int(both) * all) / Double(Int(antecedent) * Int(consequent))
    case .support: Double(both)
    }
  }
}
