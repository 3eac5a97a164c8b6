/// A batch of row numbers.
package final class IndexInput {
  /// The most indices of a batch.
  package let capacity: Int
  /// Indices in use.
  package var count = 0
  /// The indices; the first `count` are in use.
  package let values: UnsafeMutablePointer<Int32>

  /// Room for `capacity` indices.
  package init(capacity: Int) {
    self.capacity = capacity
    values = .allocate(capacity: max(1, capacity))
    values.initialize(repeating: 0, count: max(1, capacity))
  }

  deinit { values.deallocate() }

  /// Makes `indices` the batch.
  package func set(_ indices: some Collection<Int32>) {
    precondition(indices.count <= capacity, "\(indices.count) indices in room for \(capacity)")
    count = 0
    for index in indices {
      values[count] = index
      count += 1
    }
  }
}

/// An embedding: row `k` of `y` is row `index_k` of the table. Backward: `dE_{index_k} += dy_k`.
final class Gather<S: Scalar>: Operation {
  let inputs: [Tensor<S>] = []
  let parameters: [Parameter<S>]
  private let indices: IndexInput

  init(_ table: Parameter<S>, _ indices: IndexInput) {
    (parameters, self.indices) = ([table], indices)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = indices.count
    let table = parameters[0].value
    for row in 0..<indices.count {
      copy(y.columns, table + Int(indices.values[row]) * y.columns, y.value + row * y.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {}

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, rows.count * parameter.columns) }
    for row in 0..<indices.count {
      let index = Int(indices.values[row])
      guard rows.contains(index) else { continue }
      S.add(
        y.columns, y.gradient + row * y.columns, target + (index - rows.lowerBound) * y.columns)
    }
  }

  @_specialize(where S == Float)
  func touchedRows(of parameter: Parameter<S>) -> UnsafeBufferPointer<Int32>? {
    UnsafeBufferPointer(start: indices.values, count: indices.count)
  }

  @_specialize(where S == Float)
  func addSparseGradient(
    of parameter: Parameter<S>, slot: UnsafePointer<Int32>, _ y: Tensor<S>, to target: S.Target
  ) {
    for row in 0..<indices.count {
      let index = Int(slot[Int(indices.values[row])])
      S.add(y.columns, y.gradient + row * y.columns, target + index * y.columns)
    }
  }
}

/// The rows of `table` named by `indices`; see `Gather`.
package func gather<S>(_ table: Parameter<S>, _ indices: IndexInput) -> Tensor<S> {
  Tensor(rows: indices.capacity, columns: table.columns, by: Gather(table, indices))
}
