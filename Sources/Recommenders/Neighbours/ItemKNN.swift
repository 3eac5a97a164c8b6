import Basics
import Datasets

/// Item neighbourhoods (Sarwar et al. 2001; top-N as in Deshpande & Karypis 2004).
///
/// `s(u, i) = Σ_{j ∈ I_u ∩ N_k(i)} sim(i, j)`, `N_k(i)` the k items most similar to i by the users
/// they have in common. Ratings are implicit, so the sum is not divided by that of the
/// similarities.
package final class ItemKNN: ItemLinkRecommender {
  package static let name = "item-knn"
  package static let summary = "items like the user's own, by the users they have in common"
  package static let source = "Sarwar et al., WWW 2001; Deshpande & Karypis, TOIS 2004"

  let interactions: Interactions
  var links: SparseRows
  let ties: NeighbourTies

  package init(_ options: NeighbourOptions, data: TrainingData, seed: UInt64) {
    interactions = data.interactions
    ties = options.ties
    // From neighbour to item, the direction of the sum.
    links = options.neighbours(TwoStepPaths(data.interactions.transposed()))
      .transposed()
  }
}

extension ItemKNN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .itemLinks(options.kept, sizes)
  }
}
