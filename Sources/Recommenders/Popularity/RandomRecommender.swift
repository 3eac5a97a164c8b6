import Basics
import Datasets
import Engine

/// Uniform random scores: the floor under every table.
///
/// A user's scores come from a stream of the seed and the user alone, so they do not depend on the
/// order in which users are scored.
package final class RandomRecommender: Recommender, Unlearned {
  package static let name = "random"
  package static let summary = "uniform random scores"
  package static let source = "none: a floor"

  private let seed: UInt64

  package init(_ options: NoOptions, data: TrainingData, seed: UInt64) {
    self.seed = seed
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    for (row, user) in users.enumerated() {
      var random = Random(seed: seed, stream: "scores/\(user)")
      for item in 0..<scores.items { scores[row][item] = random.uniform() }
    }
  }
}

extension RandomRecommender {
  package static func estimate(_ options: NoOptions, _ sizes: RankingSizes) -> Estimate {
    var estimate = Estimate()
    estimate.one = Work(steps: 2.2 * sizes.items)
    return estimate
  }
}
