/// A block of a Transformer encoder (Vaswani et al. 2017): self-attention, then two dense layers on
/// each row, each with a residual, dropout and normalisation.
///
/// With `A` attention, `F(x) = f(x W_1 + b_1) W_2 + b_2`, `N` layer normalisation:
///
/// - `pre`: `u = x + A(N x)`, `y = u + F(N u)`;
/// - `post`, as first published and in BERT4Rec: `u = N(x + A x)`, `y = N(u + F u)`;
/// - `query`, as in SASRec's code (Kang & McAuley 2018): `q = N x`, `u = N'(q + A(q, x))`, `y = u + F
///   u`: the query alone is normalised, and the residual is that of the normalised query.
package struct TransformerBlock<S: Scalar> {
  private let attention: SelfAttention<S>
  private let first, second: Dense<S>
  private let norms: [LayerNormalisation<S>]
  private let norm: NormPlacement
  private let inner: InnerActivation

  /// - Parameters:
  ///   - width: of rows; a multiple of the heads.
  ///   - hidden: the units of the inner dense layer.
  package init(
    _ name: String, width: Int, hidden: Int, heads: Int, norm: NormPlacement,
    inner: InnerActivation,
    start: StartLaw, in store: ParameterStore<S>
  ) {
    attention = SelfAttention(
      "\(name)/attention", width: width, heads: heads, start: start, in: store)
    first = Dense("\(name)/first", width, hidden, start: start, in: store)
    second = Dense("\(name)/second", hidden, width, start: start, in: store)
    norms = (0..<2).map { LayerNormalisation("\(name)/norm\($0)", width: width, in: store) }
    (self.norm, self.inner) = (norm, inner)
  }

  /// The block's rows for those of `x` [rows, width].
  package func callAsFunction(
    _ x: Tensor<S>, _ blocks: RowBlocks, causal: Bool, _ dropout: Dropout<S>?
  ) -> Tensor<S> {
    func attended(_ q: Tensor<S>, _ x: Tensor<S>) -> Tensor<S> {
      let found = attention(q, x, blocks, causal: causal, dropout)
      return dropout?(replacing: found) ?? found
    }
    switch norm {
    case .pre:
      let normal = norms[0](x)
      let u = sum([x, attended(normal, normal)])
      return sum([u, rowwise(norms[1](u), dropout)])
    case .post:
      let u = norms[0](sum([x, attended(x, x)]))
      return norms[1](sum([u, rowwise(u, dropout)]))
    case .query:
      let q = norms[0](x)
      let u = norms[1](sum([q, attended(q, x)]))
      return sum([u, rowwise(u, dropout)])
    }
  }

  private func rowwise(_ x: Tensor<S>, _ dropout: Dropout<S>?) -> Tensor<S> {
    var h = inner == .relu ? first(x, .relu) : gelu(first(x))
    h = dropout?(replacing: h) ?? h
    let y = second(h)
    return dropout?(replacing: y) ?? y
  }
}
