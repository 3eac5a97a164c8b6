import Basics
import Datasets
import Engine

/// What models of fields with a perceptron may be told.
package struct DeepOptions: Settings, Equatable {
  package var hidden = [128, 128, 128]
  package var dropProbability = 0.0
  package var embedding = EmbeddingOptions()

  package init() {}

  package static let fields: [Field<DeepOptions>] =
    [
      .integers("hidden", \.hidden, 1...65536, atLeast: 1, "sizes of the perceptron's layers"),
      .number(
        "dropProbability", \.dropProbability, 0...0.99,
        "share of the hidden units that a training step drops; what papers keep is 1 less this"),
    ] + Field.embedded(EmbeddingOptions.fields, at: \.embedding)

  fileprivate func network(
    _ data: ClickData, _ seed: UInt64,
    build: (FieldTable) -> (FieldInput, Dropout) -> Tensor
  ) -> ClickNetwork {
    ClickNetwork(
      data, options: embedding.training, dropProbability: dropProbability, seed: seed, build: build)
  }

  /// The length of a value's vector.
  fileprivate var length: Int { embedding.embedding }
}

/// A perceptron over the fields' vectors (the DeepFM/NeuMF paper's eq. 2 and 6).
package final class DeepNeuralNetwork: FieldModel {
  package typealias Options = DeepOptions

  package static let name = "dnn"
  package static let summary = "perceptron over the vectors of the fields"
  package static let source = "Covington, Adams, Sargin, RecSys 2016"

  package let network: ClickNetwork

  package init(_ options: DeepOptions, data: ClickData, seed: UInt64) {
    network = options.network(data, seed) { table in
      let vectors = table.embeddings(options.length)
      let perceptron = table.perceptron(options.length, hidden: options.hidden)
      return { x, dropout in perceptron(fieldEmbedding(vectors, x), dropout) }
    }
  }
}

/// Wide & Deep: logistic regression and perceptron trained jointly (Cheng et al. 2016, eq. 3). Its wide part has
/// the fields themselves and no crossed ones.
package final class WideAndDeep: FieldModel {
  package typealias Options = DeepOptions

  package static let name = "wide-and-deep"
  package static let summary = "logistic regression and perceptron, trained jointly"
  package static let source = "Cheng, Koc, Harmsen et al., DLRS 2016"

  package let network: ClickNetwork

  package init(_ options: DeepOptions, data: ClickData, seed: UInt64) {
    network = options.network(data, seed) { table in
      let (linear, vectors) = (table.linear(), table.embeddings(options.length))
      let perceptron = table.perceptron(options.length, hidden: options.hidden)
      return { x, dropout in sum([linear(x), perceptron(fieldEmbedding(vectors, x), dropout)]) }
    }
  }
}

/// DeepFM: factorisation machine and perceptron on the same vectors (Guo et al. 2017, eq. 1–4; the DeepFM/NeuMF
/// paper's eq. 3).
package final class DeepFM: FieldModel {
  package typealias Options = DeepOptions

  package static let name = "deep-fm"
  package static let summary = "factorisation machine and perceptron that share their vectors"
  package static let source = "Guo, Tang, Ye, Li, He, IJCAI 2017"

  package let network: ClickNetwork

  package init(_ options: DeepOptions, data: ClickData, seed: UInt64) {
    network = options.network(data, seed) { table in
      let (linear, vectors) = (table.linear(), table.embeddings(options.length))
      let perceptron = table.perceptron(options.length, hidden: options.hidden)
      return { x, dropout in
        let e = fieldEmbedding(vectors, x)
        return sum([
          linear(x), fieldInteractions(e, fields: x.fields), perceptron(e, dropout),
        ])
      }
    }
  }
}

extension DeepNeuralNetwork {
  package static func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    options.embedding.estimate(hidden: options.hidden, sizes)
  }
}

extension WideAndDeep {
  package static func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    options.embedding.estimate(hidden: options.hidden, sizes)
  }
}

extension DeepFM {
  package static func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    options.embedding.estimate(hidden: options.hidden, sizes)
  }
}
