/// The pairwise interactions of a record's fields (Rendle 2010, lemma 3.1), in time linear in the
/// fields: `y = Σ_{f<g} e_f · e_g = ½ Σ_k [(Σ_f e_fk)² − Σ_f e_fk²]`.
///
/// Shapes: [batch, fields · width] → [batch, 1]. Backward: `de_f += dy (Σ_g e_g − e_f)`.
final class FieldInteractions<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  private let fields: Int
  private let width: Int
  /// Σ_f e_f [batch, width].
  private let totals: Buffer<S>

  init(_ x: Tensor<S>, fields: Int) {
    precondition(
      x.columns % fields == 0, "\(x.columns) columns are not \(fields) fields of a width")
    (inputs, self.fields, width) = ([x], fields, x.columns / fields)
    totals = Buffer(x.capacity * width)
  }

  // What a loop reads is held in locals: each look into a class would be counted twice.
  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (x, rows, columns) = (inputs[0].value, inputs[0].rows, inputs[0].columns)
    y.rows = rows
    let (fields, width, totals, y) = (fields, width, totals.pointer, y.value)
    for row in 0..<rows {
      let (record, total) = (x + row * columns, totals + row * width)
      for column in 0..<width { total[column] = 0 }
      var squares: S = 0
      for field in 0..<fields {
        let own = record + field * width
        for column in 0..<width {
          total[column] += own[column]
          squares += own[column] * own[column]
        }
      }
      var square: S = 0
      for column in 0..<width { square += total[column] * total[column] }
      y[row] = (square - squares) / 2
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard let dx = inputs[0].accumulatedGradient() else { return }
    let (x, rows, columns) = (inputs[0].value, inputs[0].rows, inputs[0].columns)
    let (fields, width, totals, dy) = (fields, width, totals.pointer, y.gradient)
    for row in 0..<rows {
      let (record, slope) = (x + row * columns, dx + row * columns)
      let (total, own) = (totals + row * width, dy[row])
      for field in 0..<fields {
        for column in 0..<width {
          let place = field * width + column
          slope[place] += own * (total[column] - record[place])
        }
      }
    }
  }
}

/// The pairwise interactions of each record's fields; see `FieldInteractions`.
package func fieldInteractions<S>(_ x: Tensor<S>, fields: Int) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: 1, by: FieldInteractions(x, fields: fields))
}

/// `y_r = Σ_c x_rc`, one number a row. Backward: `dx_rc += dy_r`.
final class RowSum<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  var resultRead: ResultRead { .nothing }

  init(_ x: Tensor<S>) { inputs = [x] }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let (x, rows, columns) = (inputs[0].value, inputs[0].rows, inputs[0].columns)
    y.rows = rows
    let y = y.value
    for row in 0..<rows {
      var total: S = 0
      for column in 0..<columns { total += x[row * columns + column] }
      y[row] = total
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    guard let dx = inputs[0].accumulatedGradient() else { return }
    let (rows, columns, dy) = (inputs[0].rows, inputs[0].columns, y.gradient)
    for row in 0..<rows {
      for column in 0..<columns { dx[row * columns + column] += dy[row] }
    }
  }
}

/// The sum of each row, [rows, 1]; see `RowSum`.
package func rowSum<S>(_ x: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: 1, by: RowSum(x))
}
