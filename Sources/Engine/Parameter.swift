import Basics

/// A trainable matrix, [rows, columns]. A bias is one row.
package final class Parameter<S: Scalar> {
  /// The name in its store: "0/weight".
  package let name: String
  /// The length of a column.
  package let rows: Int
  /// The length of a row.
  package let columns: Int
  /// The elements, row-major; valid as long as the parameter.
  package let value: UnsafeMutablePointer<S>
  private let storage: Buffer<S>

  init(_ name: String, rows: Int, columns: Int) {
    (self.name, self.rows, self.columns) = (name, rows, columns)
    storage = Buffer(rows * columns)
    value = storage.pointer
  }

  package var count: Int { rows * columns }
}

/// The trainable parameters of one player, each made with a name, a shape and a starting law.
///
/// A parameter is born here and nowhere else, so no optimizer, checkpoint or gradient check can
/// miss one. Its starting values come from a random stream of its own, named after player and
/// parameter: adding a layer moves no other layer's start.
package final class ParameterStore<S: Scalar> {
  /// The group that the parameters have in a checkpoint.
  package let player: String
  /// The seed of all starts.
  package let seed: UInt64
  /// In the order in which they were made, which is that of every optimizer.
  package private(set) var parameters: [Parameter<S>] = []

  /// An empty store; `player` is the group its parameters have in a checkpoint.
  package init(player: String, seed: UInt64) { (self.player, self.seed) = (player, seed) }

  /// Makes a parameter and draws its start. Names are unique in a store.
  package func make(_ name: String, rows: Int, columns: Int, _ law: Initializer) -> Parameter<S> {
    precondition(!parameters.contains { $0.name == name }, "parameter \(name) exists")
    let parameter = Parameter<S>(name, rows: rows, columns: columns)
    var random = Random(seed: seed, stream: "start/\(player)/\(name)")
    law.fill(parameter.value, count: parameter.count, &random)
    parameters.append(parameter)
    return parameter
  }

  /// The number of trainable scalars.
  package var count: Int { parameters.reduce(0) { $0 + $1.count } }

  /// The values, under `parameters/<player>/<name>`.
  package var state: State {
    var state = State()
    for parameter in parameters {
      state.tensors["parameters/\(player)/\(parameter.name)"] = State.Array(parameter)
    }
    return state
  }

  /// Takes the values back from a state; throws where a name or a shape does not fit.
  package func restore(_ state: State) throws {
    for parameter in parameters {
      try state.copy("parameters/\(player)/\(parameter.name)", to: parameter)
    }
  }
}

extension State.Array {
  init<S: Scalar>(_ parameter: Parameter<S>) {
    self.init(parameter.value, rows: parameter.rows, columns: parameter.columns)
  }

  init<S: Scalar>(_ values: UnsafeMutablePointer<S>, rows: Int, columns: Int) {
    self.init(
      shape: [rows, columns],
      values: UnsafeBufferPointer(start: values, count: rows * columns).map { Float($0) })
  }
}

extension State {
  func copy<S: Scalar>(_ name: String, to parameter: Parameter<S>) throws {
    try copy(name, to: parameter.value, rows: parameter.rows, columns: parameter.columns)
  }

  func copy<S: Scalar>(
    _ name: String, to target: UnsafeMutablePointer<S>, rows: Int, columns: Int
  ) throws {
    let values = try tensor(named: name, shape: [rows, columns])
    for (index, value) in values.enumerated() { target[index] = S(value) }
  }
}
