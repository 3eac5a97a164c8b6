/// Self-attention of several heads, the formula at `Attention`, between dense maps: `Attention(q W_q
/// + b_q, x W_k, x W_v + b_v) W_o + b_o`. Keys have no bias: it would add the same to all scores of a
/// row, which a softmax does not see.
///
/// Parameters: `<name>/query`, `<name>/value`, `<name>/output`, each as `Dense` has them, and
/// `<name>/key/weight`.
package struct SelfAttention<S: Scalar> {
  private let query, value, output: Dense<S>
  private let key: Parameter<S>
  private let heads: Int

  /// Attention among rows of `width` numbers, which the heads share.
  package init(
    _ name: String, width: Int, heads: Int, start: StartLaw, in store: ParameterStore<S>
  ) {
    func dense(_ part: String) -> Dense<S> {
      Dense("\(name)/\(part)", width, width, start: start, in: store)
    }
    (query, value, output) = (dense("query"), dense("value"), dense("output"))
    key = store.make(
      "\(name)/key/weight", rows: width, columns: width,
      start.weights(inputs: width, outputs: width))
    self.heads = heads
  }

  /// What the rows of `q` find among those of `x` of their block, [rows, width].
  ///
  /// - Parameters:
  ///   - causal: whether a row looks at itself and those before it alone.
  ///   - dropout: drops weights after the softmax.
  package func callAsFunction(
    _ q: Tensor<S>, _ x: Tensor<S>, _ blocks: RowBlocks, causal: Bool, _ dropout: Dropout<S>?
  ) -> Tensor<S> {
    let attention = Attention(
      query(q), product(x, key), value(x), blocks, heads: heads, causal: causal,
      drop: dropout?.bits(rows: q.capacity, columns: heads * blocks.maxLength))
    return output(Tensor(rows: q.capacity, columns: q.columns, by: attention))
  }
}
