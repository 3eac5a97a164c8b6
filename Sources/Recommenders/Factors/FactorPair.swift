import Basics
import Datasets
import Engine

/// Vectors of users and items, `s(u, i) = p_u · q_i`.
struct FactorPair {
  let store: ParameterStore
  let users: Parameter
  let items: Parameter

  /// Shapes: users [users, factors], items [items, factors].
  init(player: String, users: Int, items: Int, factors: Int, start: Initializer, seed: UInt64) {
    store = ParameterStore(player: player, seed: seed)
    self.users = store.make("users", rows: users, columns: factors, start)
    self.items = store.make("items", rows: items, columns: factors, start)
  }

  /// Scores of every item for each of `users`, [users, items]; with `adds`, added to what is there.
  func scores(of range: Range<Int>, adds: Bool = false, into scores: UnsafeMutablePointer<Float>) {
    Float.gemm(
      false, true, range.count, items.rows, users.columns, 1,
      users.value + range.lowerBound * users.columns, users.columns, items.value, items.columns,
      adds ? 1 : 0, scores, items.rows)
  }
}

/// A recommender that is vectors of users and items, however they are found.
protocol FactorRecommender: Recommender {
  var model: FactorPair { get }
}

extension FactorRecommender {
  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    model.scores(of: users, into: scores.pointer)
  }

  package var state: State { model.store.state }
  package func restore(_ state: State) throws { try model.store.restore(state) }
  package var parameterCount: Int { model.store.count }
}
