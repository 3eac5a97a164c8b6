/// A graph in running order: the operations that lead to one output, forward and, for the
/// parameters of one player, backward.
///
/// The walk knows no operation. What moves is decided when the program is made: only paths from the
/// moving player's parameters carry gradients, so the opponent's parameters are constants and cost
/// nothing backward.
package final class Program<S: Scalar> {
  /// What the program computes; the loss of a program that moves a player.
  package let output: Tensor<S>
  private let order: [Tensor<S>]
  private let backwardOrder: [Tensor<S>]
  /// What the moving parameters do not reach; another program may move it.
  private let constants: [Tensor<S>]
  /// For each moving parameter, the tensors made by an operation that reads it.
  private let uses: [[Tensor<S>]]

  /// The program that computes `output`, for inference.
  package convenience init(_ output: Tensor<S>) { self.init(output, moving: []) }

  /// The program that computes the scalar `loss`, and the gradients by `parameters`.
  package init(_ output: Tensor<S>, moving parameters: [Parameter<S>]) {
    self.output = output
    var order: [Tensor<S>] = []
    var seen: Set<ObjectIdentifier> = []
    func visit(_ tensor: Tensor<S>) {
      guard let producer = tensor.producer, seen.insert(ObjectIdentifier(tensor)).inserted else {
        return
      }
      for input in producer.inputs { visit(input) }
      order.append(tensor)
    }
    visit(output)
    self.order = order
    requireSoleReaders(order)

    let moving = Set(parameters.map(ObjectIdentifier.init))
    var carries: Set<ObjectIdentifier> = []
    for tensor in order {
      guard let producer = tensor.producer else { continue }
      let reads = producer.parameters.contains { moving.contains(ObjectIdentifier($0)) }
      let passes = producer.inputs.contains { carries.contains(ObjectIdentifier($0)) }
      if reads || passes { carries.insert(ObjectIdentifier(tensor)) }
    }
    backwardOrder = order.reversed().filter { carries.contains(ObjectIdentifier($0)) }
    constants = order.filter { !carries.contains(ObjectIdentifier($0)) }
    for tensor in backwardOrder { tensor.reserveGradient() }
    uses = parameters.map { parameter in
      order.filter { $0.producer?.parameters.contains { $0 === parameter } ?? false }
    }
  }

  /// Computes the output from the inputs as they are.
  @_specialize(where S == Float)
  package func forward() {
    for tensor in order { tensor.producer?.forward(tensor) }
  }

  /// Computes the gradients of the output, a scalar, by every tensor between it and the parameters.
  @_specialize(where S == Float)
  package func backward() {
    for tensor in constants { tensor.beginBackward(wantsGradient: false) }
    for tensor in backwardOrder { tensor.beginBackward(wantsGradient: true) }
    output.accumulatedGradient()?.pointee = 1
    for tensor in backwardOrder { tensor.producer?.backward(tensor) }
  }

  /// For each nonlinearity that has bounds, in running order, the share of its values that are so
  /// near to one that hardly any gradient passes; of the last `forward()`.
  package var saturation: [Double] { order.compactMap { $0.producer?.saturation(of: $0) } }

  /// Writes the gradient by rows of the moving parameter number `index` to `target`.
  func writeGradient(
    _ index: Int, of parameter: Parameter<S>, rows: Range<Int>, to target: UnsafeMutablePointer<S>
  ) {
    if uses[index].isEmpty { clear(target, rows.count * parameter.columns) }
    var beta: S = 0
    for tensor in uses[index] {
      tensor.producer?.addGradient(of: parameter, rows: rows, tensor, to: target, beta: beta)
      beta = 1
    }
  }

  /// Collects into `rows` the rows of parameter `index` with a gradient; false if any may have one.
  func collectTouchedRows(_ index: Int, of parameter: Parameter<S>, into rows: RowSet) -> Bool {
    rows.removeAll()
    for tensor in uses[index] {
      guard let touched = tensor.producer?.touchedRows(of: parameter) else { return false }
      rows.insert(touched)
    }
    return true
  }

  func addSparseGradient(
    _ index: Int, of parameter: Parameter<S>, slot: UnsafePointer<Int32>,
    to target: UnsafeMutablePointer<S>
  ) {
    for tensor in uses[index] {
      tensor.producer?.addSparseGradient(of: parameter, slot: slot, tensor, to: target)
    }
  }

  /// The full gradient by each moving parameter after `backward()`; for checks, not for training.
  package func gradients(of parameters: [Parameter<S>]) -> [[S]] {
    parameters.enumerated().map { index, parameter in
      let buffer = Buffer<S>(parameter.count)
      writeGradient(index, of: parameter, rows: 0..<parameter.rows, to: buffer.pointer)
      return buffer.array
    }
  }
}

/// Requires that what an operation replaced has no other reader.
private func requireSoleReaders<S>(_ order: [Tensor<S>]) {
  var readers: [ObjectIdentifier: Int] = [:]
  for input in order.flatMap({ $0.producer?.inputs ?? [] }) {
    readers[ObjectIdentifier(input), default: 0] += 1
  }
  precondition(
    order.compactMap(\.replaced).allSatisfy { readers[ObjectIdentifier($0)] == 1 },
    "a tensor is read that another has replaced")
}

/// A set of row numbers that remembers the order of insertion and gives each a slot, 0, 1, …
final class RowSet {
  private(set) var count = 0
  let rows: UnsafeMutablePointer<Int32>
  /// slot[row], valid for rows in the set; -1 otherwise.
  let slot: UnsafeMutablePointer<Int32>
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    rows = .allocate(capacity: max(1, capacity))
    slot = .allocate(capacity: max(1, capacity))
    slot.initialize(repeating: -1, count: max(1, capacity))
    rows.initialize(repeating: 0, count: max(1, capacity))
  }

  deinit {
    rows.deallocate()
    slot.deallocate()
  }

  func removeAll() {
    for index in 0..<count { slot[Int(rows[index])] = -1 }
    count = 0
  }

  func insert(_ new: UnsafeBufferPointer<Int32>) {
    for row in new where slot[Int(row)] < 0 {
      slot[Int(row)] = Int32(count)
      rows[count] = row
      count += 1
    }
  }
}
