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

  func network(
    _ data: ClickData, _ seed: UInt64,
    build: (FieldTable) -> (FieldInput, Dropout) -> Tensor
  ) -> ClickNetwork {
    ClickNetwork(
      data, options: embedding.training, dropProbability: dropProbability, seed: seed, build: build)
  }

  /// The length of a value's vector.
  var length: Int { embedding.embedding }
}

/// A model of fields with a perceptron.
protocol DeepModel: ColumnModel where Options == DeepOptions {}

extension DeepModel {
  package static func estimate(_ options: DeepOptions, _ sizes: RecordSizes) -> Estimate {
    options.embedding.estimate(hidden: options.hidden, sizes)
  }
}
