import Basics
import Datasets
import Engine

/// A recommender that knows, for each user, others who are like him: the score of an item is the
/// sum of the links to those of them who have it.
protocol UserLinkRecommender: Recommender {
  /// Who has what, as far as it counts for others.
  var interactions: Interactions { get }
  /// The links from each user to others, [users, users].
  var neighbours: SparseRows { get set }
  /// Whether sums may depend on the order of what is summed.
  var ties: NeighbourTies { get }
}

extension UserLinkRecommender {
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
