import Basics
import Datasets
import Engine

/// User neighbourhoods (Resnick et al. 1994; for top-N, Sarwar et al. 2000).
///
/// `s(u, i) = Σ_{v ∈ N_k(u) : i ∈ I_v} sim(u, v)`, `N_k(u)` the k users most similar to u by the
/// items they have in common.
package final class UserKNN: Recommender {
  package static let name = "user-knn"
  package static let summary = "what users have who are like the user, by the items in common"
  package static let source = "Resnick et al., CSCW 1994; Sarwar et al., EC 2000"

  private let interactions: Interactions
  private var neighbours: SparseRows
  private let ties: NeighbourTies

  package init(_ options: NeighbourOptions, data: TrainingData, seed: UInt64) {
    interactions = data.interactions
    ties = options.ties
    neighbours = options.neighbours(TwoStepPaths(data.interactions))
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    guard ties == .id else {
      OrderlessSums.fill(scores, of: users) { user, sums in
        for place in neighbours[user] {
          let weight = Double(neighbours.values[place])
          for item in interactions[Int(neighbours.indices[place])] { sums[Int(item)] += weight }
        }
      }
      return
    }
    scores.fill(0)
    for (row, user) in users.enumerated() {
      // What follows is nearly all of the time: nothing is checked.
      let scores = scores[row].pointer
      for place in neighbours[user] {
        let weight = neighbours.values[place]
        for item in interactions[Int(neighbours.indices[place])] {
          scores[Int(item)] += weight
        }
      }
    }
  }

  package var state: State { neighbours.state }
  package func restore(_ state: State) throws { try neighbours.restore(state) }
  package var parameterCount: Int { neighbours.count }
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
