import Basics
import Datasets
import Engine

/// `s(u, i) = cos(G(c_u), v_i)`. An item without any attribute value is similar to nothing: 0.
final class CosineScores {
  private let conditions: [Condition]
  private let items: SparseMatrix
  private let capacity: Int
  private let inputs: [SparseInput]
  private let program: Program

  init(
    _ generator: GeneratorNetwork, _ conditions: [Condition], _ items: SparseMatrix, users: Int
  ) {
    (self.conditions, self.items) = (conditions, items)
    capacity = min(128, users)
    inputs = conditions.map { [capacity] in
      SparseInput(rows: capacity, columns: $0.values.columns)
    }
    program = Program(generator(inputs))
  }

  /// Scores of every item, [users, items].
  func write(_ users: Range<Int>, to scores: ScoreMatrix) {
    for start in stride(from: users.lowerBound, to: users.upperBound, by: capacity) {
      let block = start..<min(start + capacity, users.upperBound)
      for input in inputs { input.removeAll() }
      for user in block {
        for (input, condition) in zip(inputs, conditions) { input.append(condition.values, user) }
      }
      program.forward()
      for (row, user) in block.enumerated() {
        compare(
          program.output.value + row * items.columns,
          to: scores[user - users.lowerBound])
      }
    }
  }

  private func compare(_ made: UnsafePointer<Float>, to scores: ScoreRow) {
    let length = Float.dot(items.columns, made, made).squareRoot()
    for item in 0..<items.rows {
      let values = items[item]
      var common: Float = 0
      for value in values { common += made[Int(value)] }
      let lengths = length * Float(values.count).squareRoot()
      scores[item] = lengths > 0 ? common / lengths : 0
    }
  }
}
