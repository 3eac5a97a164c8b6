/// The embeddings of a record's fields side by side: those of a field's row, or the mean of its
/// bag's, times its factor.
///
/// `y_bf = a_bf · (1/|x_bf|) Σ_{v ∈ x_bf} E_v`. Shapes: `x` [batch, fields], `E` [rows, width], `y`
/// [batch, fields · width]. Backward: `dE_v += (a_bf/|x_bf|) dy_bf`.
final class FieldEmbedding<S: Scalar>: Operation {
  let inputs: [Tensor<S>] = []
  let parameters: [Parameter<S>]
  private let x: FieldInput

  init(_ table: Parameter<S>, _ x: FieldInput) { (parameters, self.x) = ([table], x) }

  // What a loop reads is held in locals: each look into a class would be counted twice.
  @_specialize(where S == Float)
  func forward(_ y: Tensor<S>) {
    y.rows = x.count
    let (table, width, fields, count) = (
      parameters[0].value, parameters[0].columns, x.fields, x.count
    )
    let (places, factors, y) = (x.places, x.factors, y.value)
    for (field, bags) in x.bags.enumerated() {
      if let bags {
        let (starts, entries) = (bags.starts, bags.entries)
        for place in stride(from: field, to: count * fields, by: fields) {
          let target = y + place * width
          let (first, end) = (starts[Int(places[place])], starts[Int(places[place]) + 1])
          let share = S(factors[place]) / S(end - first)
          for column in 0..<width { target[column] = 0 }
          for entry in first..<end {
            let source = table + Int(entries[entry]) * width
            for column in 0..<width { target[column] += share * source[column] }
          }
        }
      } else {
        for place in stride(from: field, to: count * fields, by: fields) {
          let (source, target) = (table + Int(places[place]) * width, y + place * width)
          let factor = S(factors[place])
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
    let (width, fields, count) = (parameter.columns, x.fields, x.count)
    if beta == 0 { clear(target, rows.count * width) }
    let (places, factors, gradient) = (x.places, x.factors, y.gradient)
    func add(_ row: Int, _ share: S, _ dy: S.Source) {
      guard rows.contains(row) else { return }
      let sum = target + (row - rows.lowerBound) * width
      for column in 0..<width { sum[column] += share * dy[column] }
    }
    for (field, bags) in x.bags.enumerated() {
      if let bags {
        let (starts, entries) = (bags.starts, bags.entries)
        for place in stride(from: field, to: count * fields, by: fields) {
          let (first, end) = (starts[Int(places[place])], starts[Int(places[place]) + 1])
          let share = S(factors[place]) / S(end - first)
          for entry in first..<end { add(Int(entries[entry]), share, gradient + place * width) }
        }
      } else {
        for place in stride(from: field, to: count * fields, by: fields) {
          add(Int(places[place]), S(factors[place]), gradient + place * width)
        }
      }
    }
  }
}

/// The embeddings of each record's fields side by side; see `FieldEmbedding`.
package func fieldEmbedding<S>(_ table: Parameter<S>, _ x: FieldInput) -> Tensor<S> {
  Tensor(
    rows: x.capacity, columns: x.fields * table.columns, by: FieldEmbedding(table, x))
}
