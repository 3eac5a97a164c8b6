import Basics

/// Gini index@N of how often items are recommended (Castells, Hurley & Vargas 2015): 0 when every
/// item of the catalogue is recommended equally often, near 1 when a few get everything.
///
/// G = Σ_k (2k − n − 1) c_k / (n Σ_k c_k), with c_1 ≤ … ≤ c_n the numbers of lists that items are
/// in.
struct Gini: RankingMetric {
  static let name = "gini"
  static let summary = "inequality of how often items are among the N recommended, 0 to 1"
  static let better = Better.lower
  var at: Int?

  init() {}

  static var fields: [Field<Self>] { [.cutoff] }

  var isMeanOverUsers: Bool { false }

  var itemsNeeded: ItemsNeeded { .list }

  var definition: String { "Gini index of recommendations over all items" }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    Tally(cutoff: at ?? 0, counts: Array(repeating: 0, count: catalogue.itemCount))
  }

  private struct Tally: MetricTally {
    let cutoff: Int
    var counts: [Int]

    mutating func add(_ ranking: borrowing UserRanking) -> Double? {
      for item in ranking.top.prefix(cutoff) { counts[Int(item)] += 1 }
      return nil
    }

    var value: Double {
      let items = counts.count
      var weighted = 0
      for (place, count) in counts.sorted().enumerated() {
        weighted += (2 * (place + 1) - items - 1) * count
      }
      return Fraction(Double(weighted), over: Double(items * counts.reduce(0, +))).value
    }
  }
}
