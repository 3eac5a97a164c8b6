import Basics

/// Feature coverage@N: the mean over users of the share of a feature's values, such as genres, that
/// at least one of the N recommended items has (S-recall, Zhai, Cohen & Lafferty 2003).
struct FeatureCoverage: RankingMetric {
  static let name = "feature-coverage"
  static let summary = "share of a feature's values among the N recommended items, 0 to 1"
  var at: Int?
  var feature = "genre"

  init() {}

  static var fields: [Field<Self>] {
    [.cutoff, .text("feature", \.feature, "item feature whose values are counted")]
  }

  var itemsNeeded: ItemsNeeded { .list }

  var definition: String { "macro, values of \(feature) in the list / all its values" }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let values = try catalogue.feature(named: feature).values
    let cutoff = at ?? 0
    return AverageTally(averaging: .macro) { ranking in
      var covered: Set<Int32> = []
      for item in ranking.top.prefix(cutoff) { covered.formUnion(values[Int(item)]) }
      return Fraction(Double(covered.count), over: Double(values.items))
    }
  }
}
