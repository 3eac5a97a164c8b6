import Datasets
import Testing

@testable import Recommenders

@Suite struct EASETests {
  /// Steck's objective in double precision, of one column of B.
  private func loss(_ matrix: Interactions, _ b: [Double], _ column: Int, l2: Double) -> Double {
    (0..<matrix.users).reduce(l2 * b.reduce(0) { $0 + $1 * $1 }) { sum, user in
      let score = matrix[user].reduce(0.0) { $0 + b[Int($1)] }
      let error = (matrix.contains(user: user, item: column) ? 1 : 0) - score
      return sum + error * error
    }
  }

  @Test func noOtherWeightsWithAZeroDiagonalFitBetter() throws {
    let matrix = try TinySplit.train()
    var options = EASE.Options()
    options.l2 = 2
    let made = try EASE(options, data: TrainingData(interactions: matrix), seed: 1)
    let items = matrix.items
    let weights = try made.state.tensor(named: "parameters/items/weights", shape: [items, items])
    for column in 0..<items {
      var b = (0..<items).map { Double(weights[$0 * items + column]) }
      #expect(b[column] == 0)
      for row in 0..<items where row != column {
        let kept = b[row]
        let step = 1e-3
        b[row] = kept + step
        let above = loss(matrix, b, column, l2: 2)
        b[row] = kept - step
        let slope = (above - loss(matrix, b, column, l2: 2)) / (2 * step)
        b[row] = kept
        #expect(abs(slope) < 1e-5, "B[\(row), \(column)]")
      }
    }
  }
}
