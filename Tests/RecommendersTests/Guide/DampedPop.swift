import Basics
import Datasets
import Engine
import Foundation

@testable import Recommenders

/// Items by a power of how many users took them.
package final class DampedPop: Recommender {
  package struct Options: Settings {
    package var power = 0.5

    package init() {}

    package static let fields: [Field<Options>] = [
      .number("power", \.power, 0...1, "what the number of users is raised to")
    ]
  }

  package static let name = "damped-pop"
  package static let summary = "items by a power of their number of users"
  package static let source = "an example of the guide"

  private var weights: [Float]

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    var counts = [Float](repeating: 0, count: data.interactions.items)
    for item in data.interactions.columns { counts[Int(item)] += 1 }
    weights = counts.map { Float(pow(Double($0), options.power)) }
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    for row in 0..<scores.rows {
      for item in 0..<scores.items { scores[row][item] = weights[item] }
    }
  }

  package var state: State {
    State(tensors: ["parameters/items/weights": .init(shape: [weights.count], values: weights)])
  }
  package func restore(_ state: State) throws {
    weights = try state.tensor(named: "parameters/items/weights", shape: [weights.count])
  }
  package var parameterCount: Int { weights.count }

  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    var estimate = Estimate()
    (estimate.held, estimate.saved) = (4 * sizes.items, 4 * sizes.items)
    estimate.one = .pass(sizes.items)
    return estimate
  }
}
