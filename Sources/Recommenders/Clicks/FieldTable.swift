import Engine

/// Where a model of fields makes its parameters: weights and embeddings of the values, and
/// perceptrons over them.
struct FieldTable {
  let store: ParameterStore
  /// The values of all fields.
  let rows: Int
  /// Fields of a record.
  let fields: Int

  /// A weight a value and a bias, `b + Σ_f w_{x_f}`; all start at zero.
  func linear() -> LinearPart {
    LinearPart(
      weights: store.make("linear/weights", rows: rows, columns: 1, .zeros),
      bias: store.make("linear/bias", rows: 1, columns: 1, .zeros))
  }

  /// A vector a value, normal with deviation 0.01.
  func embeddings(_ length: Int) -> Parameter {
    store.make("embeddings", rows: rows, columns: length, .normal(deviation: 0.01))
  }

  /// A perceptron over the fields' vectors of this length side by side, with one output.
  func perceptron(_ length: Int, hidden: [Int]) -> PerceptronPart {
    let sizes = [fields * length] + hidden
    return PerceptronPart(
      hidden: (1..<sizes.count).map {
        Dense("perceptron/layer\($0 - 1)", sizes[$0 - 1], sizes[$0], in: store)
      },
      output: Dense("perceptron/output", sizes[sizes.count - 1], 1, in: store))
  }
}

/// The wide part: a linear model of the values.
struct LinearPart {
  let weights: Parameter
  let bias: Parameter

  /// `b + Σ_f w_{x_f}`, [batch, 1].
  func callAsFunction(_ x: FieldInput) -> Tensor {
    activate(replacing: rowSum(fieldEmbedding(weights, x)), bias: bias)
  }
}

/// The deep part: rectified layers, each followed by dropout, and one output.
struct PerceptronPart {
  let hidden: [Dense<Float>]
  let output: Dense<Float>

  /// The share of the logits, [batch, 1], of embeddings [batch, fields · length].
  func callAsFunction(_ embeddings: Tensor, _ dropout: Dropout) -> Tensor {
    var y = embeddings
    for layer in hidden { y = dropout(replacing: layer(y, .relu)) }
    return output(y)
  }
}
