/// What is done about the chance findings among many tests.
package enum Correction: String, CaseIterable, Sendable {
  /// Holm's step-down method (1979): the chance of any false finding stays below the level.
  case holm
  /// Every p-value times the number of tests (Bonferroni 1936; Dunn 1961): as `holm`, but weaker.
  case bonferroni
  /// Benjamini & Hochberg's step-up method (1995): the expected share of false findings among the
  /// findings stays below the level, for independent or positively dependent tests.
  case benjaminiHochberg = "benjamini-hochberg"
  case none

  /// The corrected p-values, in the order given: significant where they are at most the level.
  ///
  /// With p₍₁₎ ≤ … ≤ p₍ₘ₎: Holm's is the largest (m − j + 1) p₍ⱼ₎ over j ≤ i, Benjamini and
  /// Hochberg's the smallest m p₍ⱼ₎ / j over j ≥ i, each at most 1.
  package func corrected(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { p[$0] < p[$1] }
    let count = Double(p.count)
    var corrected = p
    switch self {
    case .none: break
    case .bonferroni: corrected = p.map { min(1, count * $0) }
    case .holm:
      var largest = 0.0
      for (rank, place) in order.enumerated() {
        largest = max(largest, min(1, (count - Double(rank)) * p[place]))
        corrected[place] = largest
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      for (rank, place) in order.enumerated().reversed() {
        smallest = min(smallest, count * p[place] / Double(rank + 1))
        corrected[place] = smallest
      }
    }
    return corrected
  }
}
