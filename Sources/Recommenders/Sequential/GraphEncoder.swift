import Engine

/// A user's items → a shorter sequence of core preferences, by way of a graph: SURGE (Chang et al.,
/// SIGIR 2021), the user preference graph of UR-GAN (Yang 2026, section 2.2.1), in the corrected
/// form:
///
/// - metric: `M_ij = mean over heads of cos(w ⊙ h_i, w ⊙ h_j)`; the edges are the `ε n²` strongest
///   that are above 0, and each node to itself;
/// - attention: `α_i = Att_c(W_c h_i ‖ h_ic ‖ W_c h_i ⊙ h_ic)`, `h_ic` the mean of i's neighbours,
///   itself included; `β_j = Att_q(W_q h_j ‖ h_t ‖ W_q h_j ⊙ h_t)`; `Att` two layers, leaky ReLU
///   between; `E_ij = softmax_j f(α_i + β_j)` over the neighbours;
/// - convolution: `h'_i = f(W_a Σ_j E_ij h_j + h_i)`;
/// - pooling: `S = softmax(W_p Σ_j A_ij h'_j)`, `h* = Sᵀ h'`, with the losses of `linkLoss`,
///   `rowEntropy` and `positionLoss`.
///
/// Departures: an edge weighs its similarity instead of 1, as through 1 no gradient reaches `w`,
/// which would stay where it starts. `h_t` is the user's newest item and not the item to be scored,
/// so that the graph is made once for each user instead of once for each pair. `f`, the leaky ReLU,
/// stands in the attention too, where without it `α` cancels. The pooled adjacency `SᵀAS` and
/// importance `Sᵀγ` are not computed: nothing reads them.
struct GraphEncoder {
  private let metric: [Parameter]
  private let cluster: Attention
  private let query: Attention
  private let convolution: Parameter
  private let pooling: Parameter
  private let options: PreferenceGraphOptions.Graph

  init(_ options: PreferenceGraphOptions.Graph, width: Int, in store: ParameterStore) {
    self.options = options
    func square(_ name: String, _ columns: Int) -> Parameter {
      store.make(
        name, rows: width, columns: columns, .glorotUniform(inputs: width, outputs: columns))
    }
    metric = (0..<options.metricHeads).map {
      store.make("graph/metric\($0)", rows: 1, columns: width, .normal(deviation: 1))
    }
    cluster = Attention("graph/cluster", width: width, in: store)
    query = Attention("graph/query", width: width, in: store)
    convolution = square("graph/convolution", width)
    pooling = square("graph/pooling", options.clusters)
  }

  /// The core preferences of every block, [clusters · blocks, width] step by step, and the weighted
  /// sum of the three losses.
  ///
  /// - Parameters:
  ///   - h: [rows, width].
  ///   - newest: For each row, that of the newest item of its block.
  func callAsFunction(
    _ h: Tensor, _ blocks: RowBlocks, newest: IndexInput, capacity: Int
  ) -> (core: Tensor, loss: Tensor) {
    let cosines = metric.map { blockCosine(multiply(h, row: $0), blocks) }
    let share = [Double](repeating: 1 / Double(cosines.count), count: cosines.count)
    let edges = strongestPairs(sum(cosines, factors: share), blocks, share: options.edgeShare)
    let alpha = cluster(h, blockProduct(neighbourShares(edges, blocks), h, blocks))
    let beta = query(h, selectRows(h, newest))
    let taken = blockProduct(
      neighbourSoftmax(edges, taking: alpha, giving: beta, blocks), h, blocks)
    let convolved = activate(sum([product(taken, convolution), h]), .leakyReLU)
    let shares = softmax(product(blockProduct(edges, convolved, blocks), pooling))
    let loss = sum(
      [linkLoss(edges, shares, blocks), rowEntropy(shares), positionLoss(shares, blocks)],
      factors: [options.linkWeight, options.entropyWeight, options.positionWeight])
    return (blockPool(shares, convolved, blocks, capacity: capacity), loss)
  }

  /// `a · f(W h V_1 + c V_2 + (W h ⊙ c) V_3 + b)`, a number for each row of `h` and `c`.
  private struct Attention {
    private let own: Parameter
    private let shares: [Parameter]
    private let bias: Parameter
    private let weight: Parameter

    init(_ name: String, width: Int, in store: ParameterStore) {
      own = store.make(
        "\(name)/own", rows: width, columns: width, .glorotUniform(inputs: width, outputs: width))
      shares = ["own", "other", "product"].map {
        store.make(
          "\(name)/hidden/\($0)", rows: width, columns: width,
          .glorotUniform(inputs: 3 * width, outputs: width))
      }
      bias = store.make("\(name)/hidden/bias", rows: 1, columns: width, .zeros)
      weight = store.make(
        "\(name)/score", rows: width, columns: 1, .glorotUniform(inputs: width, outputs: 1))
    }

    func callAsFunction(_ h: Tensor, _ context: Tensor) -> Tensor {
      let turned = product(h, own)
      let parts = [turned, context, multiply(turned, context)]
      let first = sum(zip(parts, shares).map { product($0, $1) })
      return product(activate(replacing: first, bias: bias, .leakyReLU), weight)
    }
  }
}
