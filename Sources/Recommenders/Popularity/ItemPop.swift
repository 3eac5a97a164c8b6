import Basics
import Datasets
import Engine

/// The same list for everybody: items by their number of training interactions.
package final class ItemPop: Recommender {
  package static let name = "item-pop"
  package static let summary = "items by their number of training interactions"
  package static let source = "folklore; the non-personalised row of most tables"

  private var counts: [Float]

  package init(_ options: NoOptions, data: TrainingData, seed: UInt64) {
    counts = [Float](repeating: 0, count: data.interactions.items)
    for item in data.interactions.columns { counts[Int(item)] += 1 }
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    for row in 0..<scores.rows { scores[row].write(counts) }
  }

  package var state: State {
    State(tensors: ["parameters/items/counts": State.Array(shape: [counts.count], values: counts)])
  }

  package func restore(_ state: State) throws {
    counts = try state.tensor(named: "parameters/items/counts", shape: [counts.count])
  }

  package var parameterCount: Int { counts.count }
}

extension ItemPop {
  package static func estimate(_ options: NoOptions, _ sizes: RankingSizes) -> Estimate {
    var estimate = Estimate()
    estimate.add(parameters: sizes.items, .none)
    // A row is copied, not computed.
    estimate.one = .pass(sizes.items, 2)
    return estimate
  }
}
