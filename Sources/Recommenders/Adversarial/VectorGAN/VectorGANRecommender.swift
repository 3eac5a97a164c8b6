import Engine

/// A recommender that is a `VectorGAN` and what it is told: weights, training and diagnosis are the
/// network's.
protocol VectorGANRecommender: Recommender, EpochLearner {
  var gan: VectorGAN { get }

  /// Drops scores that were made with the weights before. Does nothing by default.
  func forgetScores()
}

extension VectorGANRecommender {
  func forgetScores() {}

  package func trainEpoch() -> [Loss] {
    forgetScores()
    return gan.trainEpoch()
  }

  /// The generated rows, where rows are users'.
  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    gan.generate(users, into: scores.pointer)
  }

  package var state: State {
    get throws(StateError) { try gan.state }
  }

  package func restore(_ state: State) throws {
    forgetScores()
    try gan.restore(state)
  }

  package var parameterCount: Int { gan.parameterCount }
  package var observations: [Observation] { gan.diagnosis }
}
