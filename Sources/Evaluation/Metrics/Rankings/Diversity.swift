import Basics
import Datasets
import Foundation

/// Intra-list diversity@N: the mean over users of 1 − the mean similarity of all pairs of their N
/// recommended items (Ziegler et al. 2005), items being compared as sets of feature values.
///
/// Two items without any value are as different as can be: nothing says that they are alike.
/// Users with fewer than two recommended items are left out.
struct Diversity: RankingMetric {
  /// How alike two sets of values A and B are.
  enum Similarity: String, CaseIterable, Sendable {
    /// |A ∩ B| / |A ∪ B|
    case jaccard
    /// |A ∩ B| / √(|A| |B|)
    case cosine
  }

  static let name = "diversity"
  static let summary = "1 − mean similarity of pairs of the N recommended items, 0 to 1"
  var at: Int?
  var similarity = Similarity.jaccard
  var feature = "genre"

  init() {}

  static var fields: [Field<Self>] {
    [
      .cutoff, .choice("similarity", \.similarity, "of two items' sets of values"),
      .text("feature", \.feature, "item feature whose values are compared"),
    ]
  }

  var itemsNeeded: ItemsNeeded { .list }

  var definition: String {
    "macro, 1 - mean \(similarity.rawValue) similarity of the list's pairs by \(feature)"
  }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let values = try catalogue.feature(named: feature).values
    let (cutoff, similarity) = (at ?? 0, similarity)
    return AverageTally(averaging: .macro) { ranking in
      let list = ranking.top.prefix(cutoff)
      var total = 0.0
      for (position, item) in list.enumerated() {
        for other in list.prefix(position) {
          total += 1 - Self.compare(values[Int(item)], values[Int(other)], similarity)
        }
      }
      return Fraction(total, over: Double(list.count * (list.count - 1) / 2))
    }
  }

  private static func compare(
    _ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, _ similarity: Similarity
  ) -> Double {
    let common = countCommon(a, b)
    guard common > 0 else { return 0 }
    switch similarity {
    case .jaccard: return Double(common) / Double(a.count + b.count - common)
    case .cosine: return Double(common) / (Double(a.count) * Double(b.count)).squareRoot()
    }
  }

  /// Size of the intersection of two ascending lists.
  private static func countCommon(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> Int {
    var (i, j, common) = (a.startIndex, b.startIndex, 0)
    while i < a.endIndex, j < b.endIndex {
      if a[i] == b[j] { common += 1 }
      let step = a[i]
      if step <= b[j] { i += 1 }
      if b[j] <= step { j += 1 }
    }
    return common
  }
}
