import Basics
import Foundation

/// Novelty@N: the mean over users of the mean self-information of the N recommended items, in bits
/// (Zhou et al. 2010; Vargas & Castells 2011): how surprising it is that somebody has seen an item.
///
/// −log₂ p(i), where p(i) = (n_i + 1) / (n + 1), n_i of n users having seen item i in training: one
/// is added so that an item that nobody has seen is very new, not infinitely so.
struct Novelty: RankingMetric {
  static let name = "novelty"
  static let summary = "mean self-information of the N recommended items, bits"
  var at: Int?

  init() {}

  static var fields: [Field<Self>] { [.cutoff] }

  var itemsNeeded: ItemsNeeded { .sums }

  var definition: String { "macro, mean of log2((users + 1) / (training users of the item + 1))" }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let cutoff = at ?? 0
    let information = catalogue.popularity.map {
      log2(Double(catalogue.userCount + 1) / Double($0 + 1))
    }
    return AverageTally(averaging: .macro) { ranking in
      ranking.mean(within: cutoff) { information[Int($0)] }
    }
  }
}
