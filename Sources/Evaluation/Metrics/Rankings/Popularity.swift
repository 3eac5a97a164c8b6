import Basics

/// Mean popularity@N: the mean over users of the mean number of training interactions of the N
/// items recommended (Yin et al. 2012's average recommendation popularity). Lower is less obvious.
struct Popularity: RankingMetric {
  static let name = "popularity"
  static let summary = "mean number of training interactions of the N recommended items"
  static let better = Better.neither
  var at: Int?

  init() {}

  static var fields: [Field<Self>] { [.cutoff] }

  var itemsNeeded: ItemsNeeded { .sums }

  var definition: String { "macro, mean training interactions of the recommended items" }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let (cutoff, popularity) = (at ?? 0, catalogue.popularity)
    return AverageTally(averaging: .macro) { ranking in
      ranking.mean(within: cutoff) { Double(popularity[Int($0)]) }
    }
  }
}
