import Engine

/// Generalised matrix factorisation: `h · (p_u ⊙ q_i)` (He et al. 2017, equations 8–9).
///
/// Shapes: users [users, factors], items [items, factors], h [factors, 1]. Start: vectors normal
/// with deviation 0.01, h Glorot uniform.
struct GMFTower {
  let users: Parameter
  let items: Parameter
  let output: Parameter

  init(users count: Int, items itemCount: Int, factors: Int, in store: ParameterStore) {
    users = store.make("gmf/users", rows: count, columns: factors, .normal(deviation: 0.01))
    items = store.make("gmf/items", rows: itemCount, columns: factors, .normal(deviation: 0.01))
    output = store.make(
      "gmf/output", rows: factors, columns: 1, .glorotUniform(inputs: factors, outputs: 1))
  }

  /// The share of the logits, [batch, 1].
  func callAsFunction(_ user: IndexInput, _ item: IndexInput) -> Tensor {
    product(multiply(gather(users, user), gather(items, item)), output)
  }

  /// Adds the user's share to the scores of every item.
  func add(_ user: Int, to scores: UnsafeMutablePointer<Float>, scratch: Buffer<Float>) {
    let factors = users.columns
    Float.multiply(factors, users.value + user * factors, output.value, scratch.pointer)
    Float.gemm(
      false, true, 1, items.rows, factors, 1, scratch.pointer, factors, items.value, factors, 1,
      scores, items.rows)
  }

  /// Adds the user's share to the scores of some items.
  func add(
    _ user: Int, among some: [Int32], to scores: UnsafeMutablePointer<Float>,
    scratch: Buffer<Float>
  ) {
    let factors = users.columns
    Float.multiply(factors, users.value + user * factors, output.value, scratch.pointer)
    for (place, item) in some.enumerated() {
      scores[place] += Float.dot(factors, scratch.pointer, items.value + Int(item) * factors)
    }
  }
}
