import Basics

/// Catalogue coverage@N: the share of all items that at least one evaluated user is recommended
/// (Ge, Delgado-Battenfeld & Jannach 2010).
struct Coverage: RankingMetric {
  static let name = "coverage"
  static let summary = "share of all items among anybody's N recommended, 0 to 1"
  var at: Int?

  init() {}

  static var fields: [Field<Self>] { [.cutoff] }

  var isMeanOverUsers: Bool { false }

  var itemsNeeded: ItemsNeeded { .list }

  var measure: Measure.Kind { .share }

  var definition: String { "items recommended to any evaluated user / all items" }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    Tally(cutoff: at ?? 0, recommended: Array(repeating: false, count: catalogue.itemCount))
  }

  private struct Tally: MetricTally {
    let cutoff: Int
    var recommended: [Bool]
    var count = 0

    mutating func add(_ ranking: borrowing UserRanking) -> Double? {
      for item in ranking.top.prefix(cutoff) where !recommended[Int(item)] {
        recommended[Int(item)] = true
        count += 1
      }
      return nil
    }

    var value: Double { Fraction(Double(count), over: Double(recommended.count)).value }
  }
}
