import Basics
import Datasets
import Engine

/// `s(u, i) = d_φ(v_i | u)`, the discriminator's logit, for blocks of items.
final class DiscriminatorScores {
  private let conditions: [Condition]
  private let items: SparseMatrix
  private let inputs: [SparseInput]
  private let vectors: SparseInput
  private let program: Program

  init(_ discriminator: DiscriminatorNetwork, _ conditions: [Condition], _ items: SparseMatrix) {
    (self.conditions, self.items) = (conditions, items)
    let block = min(256, items.rows)
    inputs = conditions.map { SparseInput(rows: block, columns: $0.values.columns) }
    vectors = SparseInput(rows: block, columns: items.columns)
    program = Program(discriminator.logits(vectors, discriminator.share(of: inputs)))
  }

  /// Scores of every item, [users, items].
  func write(_ users: Range<Int>, to scores: ScoreMatrix) {
    for (row, user) in users.enumerated() {
      for start in stride(from: 0, to: items.rows, by: vectors.capacity) {
        let block = start..<min(start + vectors.capacity, items.rows)
        for input in inputs { input.removeAll() }
        vectors.removeAll()
        for item in block {
          for (input, condition) in zip(inputs, conditions) { input.append(condition.values, user) }
          vectors.append(items, item)
        }
        program.forward()
        scores[row].write(program.output, from: start)
      }
    }
  }
}
