/// The pairwise interactions of a record's fields (Rendle 2010, lemma 3.1), in time linear in the fields:
/// `y = Σ_{f<g} e_f · e_g = ½ Σ_k [(Σ_f e_fk)² − Σ_f e_fk²]`.
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

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    for row in 0..<x.rows {
      let (record, total) = (x.value + row * x.columns, totals.pointer + row * width)
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
      y.value[row] = (square - squares) / 2
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    for row in 0..<x.rows {
      let (record, slope) = (x.value + row * x.columns, dx + row * x.columns)
      let (total, dy) = (totals.pointer + row * width, y.gradient[row])
      for field in 0..<fields {
        for column in 0..<width {
          let place = field * width + column
          slope[place] += dy * (total[column] - record[place])
        }
      }
    }
  }
}

/// The pairwise interactions of each record's fields; see `FieldInteractions`.
public func fieldInteractions<S>(_ x: Tensor<S>, fields: Int) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: 1, by: FieldInteractions(x, fields: fields))
}

/// `y_r = Σ_c x_rc`, one number a row. Backward: `dx_rc += dy_r`.
final class RowSum<S: Scalar>: Operation {
  let inputs: [Tensor<S>]

  init(_ x: Tensor<S>) { inputs = [x] }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    let x = inputs[0]
    y.rows = x.rows
    for row in 0..<x.rows {
      var total: S = 0
      for column in 0..<x.columns { total += x.value[row * x.columns + column] }
      y.value[row] = total
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {
    let x = inputs[0]
    guard let dx = x.accumulatedGradient() else { return }
    for row in 0..<x.rows {
      for column in 0..<x.columns { dx[row * x.columns + column] += y.gradient[row] }
    }
  }
}

/// The sum of each row, [rows, 1]; see `RowSum`.
public func rowSum<S>(_ x: Tensor<S>) -> Tensor<S> {
  Tensor(rows: x.capacity, columns: 1, by: RowSum(x))
}
