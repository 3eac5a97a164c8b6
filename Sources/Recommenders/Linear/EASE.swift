import Basics
import Datasets
import Engine

/// EASE, a linear autoencoder without hidden layer that has a closed form (Steck, WWW 2019).
///
/// `min_B ‖X − XB‖² + λ‖B‖²` with `diag B = 0`: with `P = (XᵀX + λI)⁻¹` it is
/// `B_ij = −P_ij / P_jj` (equation 8), and `s(u, i) = Σ_{j ∈ I_u} B_ji`. X is [users, items], B
/// [items, items]; P is computed in double precision, so memory is 12 bytes for each of B's
/// elements and time half an item count cubed.
package final class EASE: Recommender {
  package struct Options: Settings {
    package var l2 = 250.0

    package init() {}

    package static let fields: [Field<Options>] = [
      .number("l2", \.l2, 0.001...1e9, "λ, the weight of ‖B‖², in interactions of an item")
    ]
  }

  package static let name = "ease"
  package static let summary = "item-to-item weights by ridge regression, in closed form"
  package static let source = "Steck, WWW 2019"

  private let interactions: Interactions
  private let items: Int
  private var weights: [Float]

  /// Throws `Problem.run` when rounding makes the inverse impossible: l2 is too small.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    interactions = data.interactions
    let items = data.interactions.items
    var inverse = TwoStepPaths(interactions.transposed()).lowerTriangle()
    for item in 0..<items { inverse[item * items + item] += options.l2 }
    try inverse.withUnsafeMutableBufferPointer { inverse in
      guard let base = inverse.baseAddress else { return }
      try LAPACK.invert(base, order: items)
    }
    self.items = items
    weights = Self.weights(lowerTriangle: inverse, items)
  }

  /// `−P_ij / P_jj`, zero on the diagonal, of P's lower triangle.
  private static func weights(lowerTriangle inverse: [Double], _ items: Int) -> [Float] {
    let scales = (0..<items).map { -1 / inverse[$0 * items + $0] }
    return [Float](unsafeUninitializedCapacity: items * items) { weights, count in
      inverse.withUnsafeBufferPointer { inverse in
        for row in 0..<items {
          for column in 0..<row {
            let element = inverse[row * items + column]
            weights[row * items + column] = Float(element * scales[column])
            weights[column * items + row] = Float(element * scales[row])
          }
          weights[row * items + row] = 0
        }
      }
      count = items * items
    }
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    interactions.columns.withUnsafeBufferPointer { columns in
      weights.withUnsafeBufferPointer { weights in
        guard let table = weights.baseAddress, let columns = columns.baseAddress else { return }
        for (row, user) in users.enumerated() {
          let start = interactions.rowStarts[user]
          Float.gatherSum(
            interactions.rowStarts[user + 1] - start, columns + start, items, table,
            scores[row].pointer)
        }
      }
    }
  }

  package var state: State {
    State(
      tensors: [
        "parameters/items/weights": State.Array(shape: [items, items], values: weights)
      ])
  }

  package func restore(_ state: State) throws {
    weights = try state.tensor(named: "parameters/items/weights", shape: [items, items])
  }

  package var parameterCount: Int { weights.count }
}

extension EASE {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let cells = sizes.items * sizes.items
    var estimate = Estimate()
    (estimate.held, estimate.whileMade, estimate.saved) = (4 * cells, 8 * cells, 4 * cells)
    estimate.name(12 * cells, "\(whole(sizes.items)) items squared")
    estimate.making = Work(
      steps: 1.5 * sizes.itemPaths + 8 * cells, bytes: 40 * cells,
      doubles: 1.4 * cells * sizes.items)
    estimate.one = Work(
      steps: 0.15 * sizes.perUser * sizes.items, bytes: 2 * sizes.perUser * sizes.items)
    return estimate
  }
}
