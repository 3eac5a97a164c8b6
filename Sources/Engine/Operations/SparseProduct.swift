/// A sparse 0/1 matrix in memory of its own, from which batches take rows without copying.
package final class SparseMatrix {
  package let rows: Int
  /// The number of columns, those without an entry included.
  package let columns: Int
  private let starts: UnsafeMutablePointer<Int>
  private let entries: UnsafeMutablePointer<Int32>

  /// - Parameters:
  ///   - starts: where each row's entries start, and at last their number; `rows + 1` offsets.
  ///   - entries: the column numbers of row after row, ascending within each.
  package init(columns: Int, starts: [Int], entries: [Int32]) {
    (rows, self.columns) = (starts.count - 1, columns)
    self.starts = .allocate(capacity: starts.count)
    self.starts.initialize(from: starts, count: starts.count)
    self.entries = .allocate(capacity: max(1, entries.count))
    self.entries.initialize(from: entries, count: entries.count)
  }

  deinit {
    starts.deallocate()
    entries.deallocate()
  }

  /// The columns of a row, ascending; valid as long as the matrix.
  package subscript(row: Int) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: entries + starts[row], count: starts[row + 1] - starts[row])
  }
}

/// A batch of rows of sparse 0/1 matrices: for each example, ascending column numbers.
package final class SparseInput {
  /// The number of columns of every row.
  package let columns: Int
  /// The most rows of a batch.
  package let capacity: Int
  /// The rows of the present batch.
  package private(set) var rows = 0
  private let entries: UnsafeMutablePointer<UnsafeBufferPointer<Int32>>

  /// Room for `rows` examples over `columns` columns.
  package init(rows: Int, columns: Int) {
    (capacity, self.columns) = (rows, columns)
    entries = .allocate(capacity: rows)
    entries.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0), count: rows)
  }

  deinit { entries.deallocate() }

  package func removeAll() { rows = 0 }

  /// Adds a row of `matrix`, which must outlive the step.
  package func append(_ matrix: SparseMatrix, _ row: Int) {
    precondition(rows < capacity, "the batch holds \(capacity) rows")
    entries[rows] = matrix[row]
    rows += 1
  }

  /// The columns of an example.
  package subscript(row: Int) -> UnsafeBufferPointer<Int32> { entries[row] }
}

/// `y = x W` for sparse 0/1 rows: gathers and adds rows of `W` instead of multiplying zeros.
///
/// Shapes: `x` [batch, inputs] sparse, `W` [inputs, outputs]. Backward: `dW_c += Σ_{b: x_bc=1}
/// dy_b`.
final class SparseProduct<S: Scalar>: Operation {
  let inputs: [Tensor<S>] = []
  let parameters: [Parameter<S>]
  var resultRead: ResultRead { .nothing }
  private let x: SparseInput
  /// Where each example's columns of the current panel start.
  private let positions: UnsafeMutablePointer<Int>
  private var panelEnd = 0

  init(_ x: SparseInput, _ weight: Parameter<S>) {
    precondition(x.columns == weight.rows, "\(weight.name) has \(weight.rows) rows, x \(x.columns)")
    (self.x, parameters) = (x, [weight])
    positions = .allocate(capacity: x.capacity)
    positions.initialize(repeating: 0, count: x.capacity)
  }

  deinit { positions.deallocate() }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let weight = parameters[0]
    y.rows = x.rows
    for row in 0..<x.rows {
      let target = y.value + row * y.columns
      if let columns = x[row].baseAddress, x[row].count > 0 {
        S.gatherSum(x[row].count, columns, y.columns, weight.value, target)
      } else {
        clear(target, y.columns)
      }
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {}

  // Panels come in ascending order, so each example is walked once over all of them.
  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    if beta == 0 { clear(target, rows.count * parameter.columns) }
    if rows.lowerBound == 0 || rows.lowerBound != panelEnd {
      for row in 0..<x.rows {
        var position = 0
        while position < x[row].count && x[row][position] < rows.lowerBound { position += 1 }
        positions[row] = position
      }
    }
    panelEnd = rows.upperBound
    for row in 0..<x.rows {
      let columns = x[row]
      var position = positions[row]
      let source = y.gradient + row * y.columns
      while position < columns.count && columns[position] < rows.upperBound {
        S.add(y.columns, source, target + (Int(columns[position]) - rows.lowerBound) * y.columns)
        position += 1
      }
      positions[row] = position
    }
  }
}

/// `x W` for sparse 0/1 rows; see `SparseProduct`.
package func product<S>(_ x: SparseInput, _ weight: Parameter<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: weight.columns, by: SparseProduct(x, weight))
}
