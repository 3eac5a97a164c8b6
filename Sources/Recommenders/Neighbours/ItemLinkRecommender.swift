import Basics
import Datasets
import Engine

/// A recommender that knows, for each item, the items it speaks for: the score of an item is the
/// sum of the links to it from the user's training items.
protocol ItemLinkRecommender: Recommender {
  /// Who has what.
  var interactions: Interactions { get }
  /// The links from each item to others, [items, items].
  var links: SparseRows { get set }
  /// Whether sums may depend on the order of what is summed.
  var ties: NeighbourTies { get }
}

extension ItemLinkRecommender {

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    guard ties == .id else {
      OrderlessSums.fill(scores, of: users) { user, sums in
        for item in interactions[user] { sums.add(links, row: Int(item)) }
      }
      return
    }
    scores.fill(0)
    for (row, user) in users.enumerated() {
      // What follows is nearly all of the time: nothing is checked.
      let scores = scores[row].pointer
      for item in interactions[user] {
        for place in links[Int(item)] {
          scores[Int(links.indices[place])] += links.values[place]
        }
      }
    }
  }

  package var state: State { links.state }
  package func restore(_ state: State) throws { try links.restore(state) }
  package var parameterCount: Int { links.count }
}

extension Estimate {
  /// What an `ItemLinkRecommender` takes.
  static func itemLinks(_ most: Int, _ sizes: RankingSizes) -> Estimate {
    var estimate = Estimate()
    estimate.add(
      links: most, of: sizes.items, paths: sizes.itemPaths, entries: sizes.interactions)
    estimate.one = Work(
      steps: 0.4 * sizes.items + 4 * min(Double(most), sizes.items) * sizes.perUser)
    return estimate
  }
}
