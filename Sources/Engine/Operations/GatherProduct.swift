/// Rows of a table times a weight, `y_k = E_{c_k} W`, each row that is named multiplied once,
/// however often it is named: a batch of sequences names the same items again and again.
///
/// Shapes: `E` [classes, inputs], `W` [inputs, outputs], `c` [n] → [n, outputs].
/// Backward, with `D_c = Σ_{k: c_k = c} dy_k`: `dE_c += D_c Wᵀ`, `dW += Σ_c E_cᵀ D_c`.
final class GatherProduct<S: Scalar>: Operation {
  let inputs: [Tensor<S>] = []
  let parameters: [Parameter<S>]
  var resultRead: ResultRead { .nothing }
  private let indices: IndexInput
  private let named: RowSet
  /// The rows of the table that are named, and the gradients by them, [named, inputs].
  private let rows: Buffer<S>
  private let rowSlopes: Buffer<S>
  /// Their products, then D, [named, outputs].
  private let products: Buffer<S>

  init(_ table: Parameter<S>, _ indices: IndexInput, _ weight: Parameter<S>) {
    precondition(
      table.columns == weight.rows,
      "\(weight.name) has \(weight.rows) rows, \(table.name) \(table.columns) columns")
    (parameters, self.indices) = ([table, weight], indices)
    let most = Swift.min(table.rows, indices.capacity)
    named = RowSet(capacity: table.rows)
    rows = Buffer(most * table.columns)
    rowSlopes = Buffer(most * table.columns)
    products = Buffer(most * weight.columns)
  }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (table, weight) = (parameters[0], parameters[1])
    y.rows = indices.count
    named.removeAll()
    named.insert(UnsafeBufferPointer(start: indices.values, count: indices.count))
    for slot in 0..<named.count {
      copy(
        table.columns, table.value + Int(named.rows[slot]) * table.columns,
        rows.pointer + slot * table.columns)
    }
    S.gemm(
      false, false, named.count, y.columns, table.columns, 1, rows.pointer, table.columns,
      weight.value, y.columns, 0, products.pointer, y.columns)
    for row in 0..<indices.count {
      let slot = Int(named.slot[Int(indices.values[row])])
      copy(y.columns, products.pointer + slot * y.columns, y.value + row * y.columns)
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let (table, weight) = (parameters[0], parameters[1])
    clear(products.pointer, named.count * y.columns)
    for row in 0..<indices.count {
      let slot = Int(named.slot[Int(indices.values[row])])
      S.add(y.columns, y.gradient + row * y.columns, products.pointer + slot * y.columns)
    }
    S.gemm(
      false, true, named.count, table.columns, y.columns, 1, products.pointer, y.columns,
      weight.value, y.columns, 0, rowSlopes.pointer, table.columns)
  }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows range: Range<Int>, _ y: Tensor<S>, to target: S.Target,
    beta: S
  ) {
    let table = parameters[0]
    guard parameter === table else {
      S.gemm(
        true, false, range.count, y.columns, named.count, 1, rows.pointer + range.lowerBound,
        table.columns, products.pointer, y.columns, beta, target, y.columns)
      return
    }
    if beta == 0 { clear(target, range.count * table.columns) }
    for slot in 0..<named.count {
      let row = Int(named.rows[slot])
      guard range.contains(row) else { continue }
      S.add(
        table.columns, rowSlopes.pointer + slot * table.columns,
        target + (row - range.lowerBound) * table.columns)
    }
  }

  @_specialize(where S == Float)
  func touchedRows(of parameter: Parameter<S>) -> UnsafeBufferPointer<Int32>? {
    parameter === parameters[0]
      ? UnsafeBufferPointer(start: named.rows, count: named.count) : nil
  }

  @_specialize(where S == Float)
  func addSparseGradient(
    of parameter: Parameter<S>, slot: UnsafePointer<Int32>, _ y: Tensor<S>, to target: S.Target
  ) {
    let width = parameter.columns
    for place in 0..<named.count {
      let row = Int(slot[Int(named.rows[place])])
      S.add(width, rowSlopes.pointer + place * width, target + row * width)
    }
  }
}

/// The rows of `table` named by `indices`, times `weight`; see `GatherProduct`.
package func gatherProduct<S>(
  _ table: Parameter<S>, _ indices: IndexInput, _ weight: Parameter<S>
) -> Tensor<S> {
  let operation = GatherProduct(table, indices, weight)
  return Tensor(rows: indices.capacity, columns: weight.columns, by: operation)
}
