import Basics
import Datasets
import Engine

/// Uniform random scores: the floor under every table.
///
/// A user's scores come from a stream of the seed and the user alone, so they do not depend on the
/// order in which users are scored.
package final class RandomRecommender: Recommender {
  package struct Options: Settings {
    package init() {}
    package static let fields: [Field<Options>] = []
  }

  package static let name = "random"
  package static let summary = "uniform random scores"
  package static let source = "none: a floor"

  private let seed: UInt64

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    self.seed = seed
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    for (row, user) in users.enumerated() {
      var random = Random(seed: seed, stream: "scores/\(user)")
      for item in 0..<scores.items { scores[row][item] = random.uniform() }
    }
  }

  package var state: State { State() }
  package func restore(_ state: State) {}
  package var parameterCount: Int { 0 }
}

extension RandomRecommender {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    var estimate = Estimate()
    estimate.one = Work(steps: 2.2 * sizes.items)
    return estimate
  }
}
