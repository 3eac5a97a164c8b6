import Basics
import Datasets

/// User neighbourhoods (Resnick et al. 1994; for top-N, Sarwar et al. 2000).
///
/// `s(u, i) = Σ_{v ∈ N_k(u) : i ∈ I_v} sim(u, v)`, `N_k(u)` the k users most similar to u by the
/// items they have in common.
package final class UserKNN: UserLinkRecommender {
  package static let name = "user-knn"
  package static let summary = "what users have who are like the user, by the items in common"
  package static let source = "Resnick et al., CSCW 1994; Sarwar et al., EC 2000"

  let interactions: Interactions
  var neighbours: SparseRows
  let ties: NeighbourTies

  package init(_ options: NeighbourOptions, data: TrainingData, seed: UInt64) {
    interactions = data.interactions
    ties = options.ties
    neighbours = options.neighbours(TwoStepPaths(data.interactions))
  }
}

extension UserKNN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let most = options.kept
    var estimate = Estimate()
    estimate.add(
      links: most, of: sizes.users, paths: sizes.userPaths, entries: sizes.interactions)
    estimate.one = Work(
      steps: 0.4 * sizes.items + 1.5 * min(Double(most), sizes.users) * sizes.perUser)
    return estimate
  }
}
