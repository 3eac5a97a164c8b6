import Engine

/// A perceptron over a user's and an item's vector side by side (He et al. 2017, equation 10):
/// `z_1 = f(p_u W_p + q_i W_q + b)`, further layers of halving sizes, at last `h · z`.
///
/// `layers` are the sizes from the input, both vectors together, to the last hidden layer; f is the
/// rectifier. Start: vectors normal with deviation 0.01, weights Glorot uniform, biases zero.
struct MLPTower {
  let users: Parameter
  let items: Parameter
  private let userWeight: Parameter
  private let itemWeight: Parameter
  private let bias: Parameter
  private let rest: [Dense<Float>]
  let output: Parameter

  /// The length of the first hidden layer.
  private var width: Int { userWeight.columns }

  init(users count: Int, items itemCount: Int, layers: [Int], in store: ParameterStore) {
    let (half, first) = (layers[0] / 2, layers[1])
    users = store.make("mlp/users", rows: count, columns: half, .normal(deviation: 0.01))
    items = store.make("mlp/items", rows: itemCount, columns: half, .normal(deviation: 0.01))
    func weight(_ name: String) -> Parameter {
      store.make(
        "mlp/first/\(name)", rows: half, columns: first,
        .glorotUniform(inputs: 2 * half, outputs: first))
    }
    (userWeight, itemWeight) = (weight("users"), weight("items"))
    bias = store.make("mlp/first/bias", rows: 1, columns: first, .zeros)
    rest = layers.indices.dropFirst(2).map { index in
      Dense("mlp/layer\(index)", layers[index - 1], layers[index], in: store)
    }
    let last = layers[layers.count - 1]
    output = store.make(
      "mlp/output", rows: last, columns: 1, .glorotUniform(inputs: last, outputs: 1))
  }

  /// The share of the logits, [batch, 1].
  func callAsFunction(_ user: IndexInput, _ item: IndexInput) -> Tensor {
    // An epoch's batch names the same user again and again; each is multiplied once.
    finish(
      sum([gatherProduct(users, user, userWeight), gatherProduct(items, item, itemWeight)]))
  }

  private func finish(_ first: Tensor) -> Tensor {
    var z = activate(replacing: first, bias: bias, .relu)
    for layer in rest { z = layer(z, .relu) }
    return product(z, output)
  }

  /// Scores all items for one user after another; items go through their half of the first layer
  /// once.
  final class Scorer {
    private let tower: MLPTower
    private let itemShares: Buffer<Float>
    private let userShare: Buffer<Float>
    private let first: Tensor
    private let program: Program

    init(_ tower: MLPTower) {
      self.tower = tower
      itemShares = Buffer(tower.items.rows * tower.width)
      userShare = Buffer(tower.width)
      first = Tensor(rows: min(256, tower.items.rows), columns: tower.width)
      program = Program(tower.finish(first))
    }

    /// Reads the items as they are now.
    func begin() {
      let (items, weight) = (tower.items, tower.itemWeight)
      Float.gemm(
        false, false, items.rows, weight.columns, items.columns, 1, items.value, items.columns,
        weight.value, weight.columns, 0, itemShares.pointer, weight.columns)
    }

    /// Adds the user's share to the scores of every item, or of some.
    func add(
      _ user: Int, among some: [Int32]? = nil, to scores: UnsafeMutablePointer<Float>
    ) {
      let (users, weight, width) = (tower.users, tower.userWeight, tower.width)
      Float.gemm(
        false, false, 1, width, users.columns, 1, users.value + user * users.columns,
        users.columns, weight.value, width, 0, userShare.pointer, width)
      let count = some?.count ?? tower.items.rows
      for start in stride(from: 0, to: count, by: first.capacity) {
        first.rows = min(first.capacity, count - start)
        if let some {
          for (row, item) in some[start..<start + first.rows].enumerated() {
            (first.value + row * width).update(
              from: itemShares.pointer + Int(item) * width, count: width)
          }
        } else {
          first.value.update(from: itemShares.pointer + start * width, count: first.rows * width)
        }
        Float.addRow(first.rows, width, userShare.pointer, first.value)
        program.forward()
        Float.add(first.rows, program.output.value, scores + start)
      }
    }
  }
}
