import Engine
import Schema

/// The parameters of a biased factor model, `s(u, i) = b_i + p_u · q_i`.
struct FactorModel {
  let store: ParameterStore
  let users: Parameter
  let items: Parameter
  let biases: Parameter

  /// Shapes: users [users, factors], items [items, factors], biases [items, 1], which start at 0.
  init(player: String, users: Int, items: Int, factors: Int, start: Initializer, seed: UInt64) {
    store = ParameterStore(player: player, seed: seed)
    self.users = store.make("users", rows: users, columns: factors, start)
    self.items = store.make("items", rows: items, columns: factors, start)
    biases = store.make("biases", rows: items, columns: 1, .zeros)
  }

  /// Scores of every item for each of `users`, [users, items].
  func scores(of range: Range<Int>, into scores: UnsafeMutablePointer<Float>) {
    for row in 0..<range.count {
      (scores + row * items.rows).update(from: biases.value, count: items.rows)
    }
    Float.gemm(
      false, true, range.count, items.rows, users.columns, 1,
      users.value + range.lowerBound * users.columns, users.columns, items.value, items.columns, 1,
      scores, items.rows)
  }
}
