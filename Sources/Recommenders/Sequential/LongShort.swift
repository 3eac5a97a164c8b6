import Datasets
import Engine

extension PreferenceGraph {
  /// The parameters, which the graphs for training and for reading share.
  struct Layers {
    let items: Parameter
    let encoder: GraphEncoder?
    let recurrent: Recurrent<Float>
    let long: Parameter
    let short: Parameter
    let target: Parameter
    let bias: Parameter
    /// `a`, [hidden, 1].
    let weight: Parameter

    init(_ options: PreferenceGraphOptions, items count: Int, in store: ParameterStore) {
      let (width, hidden) = (options.width, options.hidden)
      items = store.make("items", rows: count, columns: width, .normal(deviation: 0.1))
      encoder =
        options.graph ? GraphEncoder(options.shape, width: width, in: store) : nil
      recurrent = Recurrent("recurrent", inputs: width, width: width, in: store)
      func share(_ name: String) -> Parameter {
        store.make(
          "hidden/\(name)", rows: width, columns: hidden,
          .glorotUniform(inputs: 3 * width, outputs: hidden))
      }
      (long, short, target) = (share("long"), share("short"), share("target"))
      bias = store.make("hidden/bias", rows: 1, columns: hidden, .zeros)
      weight = store.make(
        "output", rows: hidden, columns: 1, .glorotUniform(inputs: hidden, outputs: 1))
    }

    /// `W_t q_i + b` of every item, [items, hidden].
    func itemShares() -> Tensor {
      let all = IndexInput(capacity: items.rows)
      all.set((0..<Int32(items.rows)).map { $0 })
      return activate(replacing: gatherProduct(items, all, target), bias: bias)
    }
  }

  /// The users' side of the graph, for a batch of prefixes.
  struct Network {
    /// `W_l S^l + W_s S^s`, [prefixes, hidden].
    let userShare: Tensor
    /// The losses of the pooling; nil without the graph.
    let loss: Tensor?
    /// The most prefixes of a batch.
    let capacity: Int
    private let input: Input
    /// Sequences of one row each: the last core preference.
    private let last: PackedSequences

    private enum Input {
      case items(SequenceBatch)
      case graph(SequenceBlocks, core: PackedSequences, lastRows: IndexInput)
    }

    init(
      _ layers: Layers, _ options: PreferenceGraphOptions, _ sequences: Sequences, prefixes: Int
    ) {
      capacity = prefixes
      last = PackedSequences(capacity: prefixes, maxLength: 1)
      let (core, packed, lastRows): (Tensor, PackedSequences, IndexInput)
      if let encoder = layers.encoder {
        let clusters = options.shape.clusters
        let batch = SequenceBlocks(sequences, prefixes: prefixes, maxLength: options.maxLength)
        packed = PackedSequences(capacity: prefixes * clusters, maxLength: clusters)
        lastRows = IndexInput(capacity: prefixes)
        let made = encoder(
          gather(layers.items, batch.items), batch.blocks, newest: batch.newest,
          capacity: prefixes)
        (core, loss) = (made.core, made.loss)
        input = .graph(batch, core: packed, lastRows: lastRows)
      } else {
        let batch = SequenceBatch(sequences, prefixes: prefixes, maxLength: options.maxLength)
        (core, loss) = (gather(layers.items, batch.items), nil)
        (packed, lastRows) = (batch.packed, batch.lastRows)
        input = .items(batch)
      }
      let long = selectRows(layers.recurrent(core, packed), lastRows)
      let short = layers.recurrent(selectRows(core, lastRows), last)
      userShare = sum([product(long, layers.long), product(short, layers.short)])
    }

    func fill(_ prefixes: ArraySlice<SequencePrefix>) {
      last.set(count: prefixes.count) { _ in 1 }
      switch input {
      case .items(let batch): batch.fill(prefixes, withTargets: false)
      case .graph(let batch, let core, let lastRows):
        batch.fill(prefixes)
        core.set(count: prefixes.count) { _ in core.maxLength }
        lastRows.count = prefixes.count
        for place in 0..<prefixes.count {
          lastRows.values[place] = Int32(core.row(of: place, step: core.maxLength - 1))
        }
      }
    }
  }
}
