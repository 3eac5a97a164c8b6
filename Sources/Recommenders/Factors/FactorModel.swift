import Basics
import Engine

/// The parameters of a biased factor model, `s(u, i) = b_i + p_u · q_i`.
struct FactorModel {
  let biases: Parameter
  private let factors: FactorPair

  var store: ParameterStore { factors.store }
  var users: Parameter { factors.users }
  var items: Parameter { factors.items }

  /// Shapes: users [users, factors], items [items, factors], biases [items, 1], which start at 0.
  init(player: String, users: Int, items: Int, factors: Int, start: Initializer, seed: UInt64) {
    self.factors = FactorPair(
      player: player, users: users, items: items, factors: factors, start: start, seed: seed)
    biases = self.factors.store.make("biases", rows: items, columns: 1, .zeros)
  }

  /// Scores of every item for each of `users`, [users, items].
  func scores(of range: Range<Int>, into scores: UnsafeMutablePointer<Float>) {
    for row in 0..<range.count {
      (scores + row * items.rows).update(from: biases.value, count: items.rows)
    }
    factors.scores(of: range, adds: true, into: scores)
  }
}

extension Estimate {
  /// The vectors and biases of a player, moved row by row.
  mutating func add(playerOf factors: Double, _ sizes: RankingSizes, _ mover: Mover) {
    add(factors: factors, sizes, mover)
    add(parameters: sizes.items, mover)
  }
}
