import Basics
import Engine

/// A recommender that is a `SequenceModel` and what it is told.
protocol SequenceRecommender: Recommender, EpochLearner {
  var model: SequenceModel { get }
}

extension SequenceRecommender {
  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.sequences(for: name)
  }

  package func trainEpoch() -> [Loss] { model.trainEpoch() }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    model.scores(of: users, into: scores)
  }

  package func readAnew(_ user: Int) { model.readAnew(user) }

  package var state: State {
    get throws(StateError) { try model.state }
  }

  package func restore(_ state: State) throws { try model.restore(state) }

  package var parameterCount: Int { model.parameterCount }
}
