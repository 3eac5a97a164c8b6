import Engine

/// A recommender that is one `NCFModel`, and leaves everything but its making to it.
package protocol NCFRecommender: ItemScorer, EpochLearner {
  /// What learns and scores.
  var model: NCFModel { get }
}

extension NCFRecommender {
  package func trainEpoch() -> [Loss] { model.trainEpoch() }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    model.scores(of: users, into: scores)
  }

  package func scores(of user: Int, among items: [Int32], into scores: ScoreRow) {
    model.scores(of: user, among: items, into: scores)
  }

  package var state: State {
    get throws(StateError) { try model.state }
  }
  package func restore(_ state: State) throws { try model.restore(state) }
  package var parameterCount: Int { model.parameters.count }
}
