/// The embeddings of a record's fields side by side: those of a field's row, or the mean of its bag's, times
/// its factor.
///
/// `y_bf = a_bf · (1/|x_bf|) Σ_{v ∈ x_bf} E_v`. Shapes: `x` [batch, fields], `E` [rows, width], `y`
/// [batch, fields · width]. Backward: `dE_v += (a_bf/|x_bf|) dy_bf`.
final class FieldEmbedding<S: Scalar>: Operation {
  let inputs: [Tensor<S>] = []
  let parameters: [Parameter<S>]
  private let x: FieldInput

  init(_ table: Parameter<S>, _ x: FieldInput) { (parameters, self.x) = ([table], x) }

  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = x.count
    let (table, width) = (parameters[0].value, parameters[0].columns)
    for field in 0..<x.fields {
      for record in 0..<x.count {
        let place = record * x.fields + field
        let target = y.value + place * width
        if let bags = x.bags[field] {
          let rows = bags[x.places[place]]
          let share = S(x.factors[place]) / S(rows.count)
          for column in 0..<width { target[column] = 0 }
          for row in rows {
            let source = table + Int(row) * width
            for column in 0..<width { target[column] += share * source[column] }
          }
        } else {
          let source = table + Int(x.places[place]) * width
          let factor = S(x.factors[place])
          for column in 0..<width { target[column] = factor * source[column] }
        }
      }
    }
  }

  @_specialize(where S == Float)
  func backward(_ y: Tensor<S>) {}

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {
    let width = parameter.columns
    if beta == 0 { clear(target, rows.count * width) }
    func add(_ row: Int32, _ share: S, _ dy: S.Source) {
      guard rows.contains(Int(row)) else { return }
      let sum = target + (Int(row) - rows.lowerBound) * width
      for column in 0..<width { sum[column] += share * dy[column] }
    }
    for field in 0..<x.fields {
      for record in 0..<x.count {
        let place = record * x.fields + field
        let dy = y.gradient + place * width
        if let bags = x.bags[field] {
          let own = bags[x.places[place]]
          for row in own { add(row, S(x.factors[place]) / S(own.count), dy) }
        } else {
          add(x.places[place], S(x.factors[place]), dy)
        }
      }
    }
  }
}

/// The embeddings of each record's fields side by side; see `FieldEmbedding`.
public func fieldEmbedding<S>(_ table: Parameter<S>, _ x: FieldInput) -> Tensor<S> {
  Tensor(
    rows: x.capacity, columns: x.fields * table.columns, by: FieldEmbedding(table, x))
}
