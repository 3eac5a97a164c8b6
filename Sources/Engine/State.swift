/// Everything a resumed run needs, as plain arrays; the checkpoint file is a 1:1 image of it.
///
/// Names are separated by slashes and become groups and data sets of the file:
/// tensors are called `parameters/<player>/<name>` or `optimizer/<player>/<name>/first`, counters
/// `random/<stream>`, `progress/epoch` or `optimizer/<player>/steps`.
///
/// Equality is equality of bits, because a resumed run has to continue bit-identically: a NaN
/// equals itself, and 0 differs from −0.
package struct State: Sendable, Equatable {
  /// A row-major tensor of 32-bit floats.
  package struct Array: Sendable, Equatable {
    /// The length of every axis, outermost first; empty for a scalar.
    package var shape: [Int]
    /// The elements, as many as the product of `shape`.
    package var values: [Float]

    /// Makes a tensor of `values`, whose number has to be the product of `shape`.
    package init(shape: [Int], values: [Float]) {
      precondition(
        shape.reduce(1, *) == values.count, "shape \(shape) does not hold \(values.count) values")
      self.shape = shape
      self.values = values
    }

    /// Whether shapes and bits are equal.
    package static func == (left: Array, right: Array) -> Bool {
      left.shape == right.shape && left.values.count == right.values.count
        && zip(left.values, right.values).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
  }

  /// The tensors by their slash-separated names.
  package var tensors: [String: Array]
  /// Unsigned 64-bit words by their slash-separated names: random streams, steps, epochs.
  package var counters: [String: [UInt64]]

  /// Makes a state of `tensors` and `counters`, both empty unless given.
  package init(tensors: [String: Array] = [:], counters: [String: [UInt64]] = [:]) {
    self.tensors = tensors
    self.counters = counters
  }

  /// All entries of several states, of which no two may have one name: see ``merge(_:)``.
  package init(joining first: State, _ others: State...) throws(StateError) {
    self = first
    for other in others { try merge(other) }
  }
}

extension State {
  /// This state with `prefix` and a slash before every name.
  package func prefixed(_ prefix: String) -> State {
    var result = State()
    for (name, tensor) in tensors { result.tensors["\(prefix)/\(name)"] = tensor }
    for (name, counter) in counters { result.counters["\(prefix)/\(name)"] = counter }
    return result
  }

  /// The entries whose names begin with `prefix` and a slash, both of which are taken off:
  /// the reverse of ``prefixed(_:)``.
  package func part(_ prefix: String) -> State {
    let start = prefix + "/"
    var result = State()
    for (name, tensor) in tensors where name.hasPrefix(start) {
      result.tensors[String(name.dropFirst(start.count))] = tensor
    }
    for (name, counter) in counters where name.hasPrefix(start) {
      result.counters[String(name.dropFirst(start.count))] = counter
    }
    return result
  }

  /// Adds every entry of `other`.
  ///
  /// - Throws: ``StateError/twice(_:)`` when both have an entry of one name: two parts that store
  ///   under one name would overwrite each other unnoticed.
  package mutating func merge(_ other: State) throws(StateError) {
    for name in other.tensors.keys.sorted() where tensors[name] != nil { throw .twice(name) }
    for name in other.counters.keys.sorted() where counters[name] != nil { throw .twice(name) }
    tensors.merge(other.tensors) { mine, _ in mine }
    counters.merge(other.counters) { mine, _ in mine }
  }

  /// The elements of the tensor called `name`.
  ///
  /// - Throws: ``StateError`` when there is none, or when its shape is not exactly `shape`.
  package func tensor(named name: String, shape: [Int]) throws(StateError) -> [Float] {
    guard let found = tensors[name] else { throw .missing(name) }
    guard found.shape == shape else {
      throw .shape(name: name, expected: shape, found: found.shape)
    }
    return found.values
  }

  /// The words of the counter called `name`.
  ///
  /// - Throws: ``StateError`` when there is none, or when it does not have exactly `count` words.
  package func counter(named name: String, count: Int) throws(StateError) -> [UInt64] {
    guard let found = counters[name] else { throw .missing(name) }
    guard found.count == count else {
      throw .shape(name: name, expected: [count], found: [found.count])
    }
    return found
  }

  /// The single word of the counter called `name`; throws as ``counter(named:count:)`` does.
  package func counter(named name: String) throws(StateError) -> UInt64 {
    try counter(named: name, count: 1)[0]
  }
}

/// Why a state does not fit what is to be restored from it.
package enum StateError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no tensor or counter of this name.
  case missing(String)
  /// The tensor or counter has another shape than its owner.
  case shape(name: String, expected: [Int], found: [Int])
  /// Two states that were to be merged both have this name.
  case twice(String)

  /// The reason in one line.
  package var description: String {
    switch self {
    case .missing(let name): "the state has no '\(name)'"
    case .shape(let name, let expected, let found):
      "'\(name)' has shape \(found) in the state, expected \(expected)"
    case .twice(let name): "the state has '\(name)' twice"
    }
  }
}
