import Basics
import Datasets
import Engine

/// What models of fields with embeddings may be told.
package struct EmbeddingOptions: Settings, Equatable {
  package var embedding = 10
  package var training = ClickOptions()

  package init() {}

  package static let fields: [Field<EmbeddingOptions>] =
    [.integer("embedding", \.embedding, 1...4096, "k, the length of a value's vector")]
    + Field.embedded(ClickOptions.fields, at: \.training)
}

/// The factorisation machine of second order, `b + Σ_f w_{x_f} + Σ_{f<g} v_{x_f} · v_{x_g}` (Rendle
/// 2010, eq. 1; the DeepFM/NeuMF paper's eq. 4–5), in time linear in fields and k.
package final class FactorisationMachine: ColumnModel {
  package static let name = "fm"
  package static let summary = "factorisation machine: weights and pairwise products of vectors"
  package static let source = "Rendle, ICDM 2010"

  package let network: ClickNetwork

  package init(_ options: EmbeddingOptions, data: ClickData, seed: UInt64) {
    network = ClickNetwork(data, options: options.training, seed: seed) {
      $0.factorisationMachine(options.embedding)
    }
  }
}

extension FieldTable {
  /// The logits of a factorisation machine.
  func factorisationMachine(_ length: Int) -> (FieldInput, Dropout) -> Tensor {
    let (linear, vectors) = (linear(), embeddings(length))
    return { x, _ in
      sum([linear(x), fieldInteractions(fieldEmbedding(vectors, x), fields: x.fields)])
    }
  }
}

/// Matrix factorisation with biases, `μ + b_u + b_i + p_u · q_i`, of clicks by their log loss
/// (Koren, Bell & Volinsky 2009, eq. 4, there of ratings by squared error): a factorisation machine
/// that knows nothing but user and item.
package final class LatentFactorModel: ColumnModel {
  package static let name = "lfm"
  package static let summary = "matrix factorisation with biases, of the fields user and item alone"
  package static let source = "Koren, Bell, Volinsky, IEEE Computer 2009"

  package let network: ClickNetwork

  private static let known = ["user", "item"]

  package init(_ options: EmbeddingOptions, data: ClickData, seed: UInt64) throws {
    try Self.check(data.columns)
    network = ClickNetwork(data, fields: Self.known, options: options.training, seed: seed) {
      $0.factorisationMachine(options.embedding)
    }
  }

  package static func check(_ options: EmbeddingOptions, data: Records) throws(Problem) {
    try check(data.columns)
  }

  private static func check(_ columns: [Column]) throws(Problem) {
    for field in known where !columns.contains(where: { $0.name == field }) {
      throw .usage("\(name): needs the field \"\(field)\" among the spec's fields")
    }
  }
}

extension EmbeddingOptions {
  /// What weights and vectors of all values take, and a perceptron over them.
  func estimate(hidden: [Int] = [], _ sizes: RecordSizes) -> Estimate {
    training.estimate(length: Double(embedding) + 1, hidden: hidden, sizes)
  }
}

extension FactorisationMachine {
  package static func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    options.estimate(sizes)
  }
}

extension LatentFactorModel {
  package static func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    options.estimate(sizes.only(known))
  }
}
