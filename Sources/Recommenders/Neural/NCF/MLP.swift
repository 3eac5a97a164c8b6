import Basics
import Datasets
import Engine

/// A perceptron over user and item vectors alone (He et al. 2017, section 3.3); see `MLPTower`, and
/// `NCFModel` for the training.
package final class MLP: NCFRecommender {
  package struct Options: Settings {
    package var layers = [64, 32, 16, 8]
    package var training = NCFOptions()

    package init() {}

    package static let fields: [Field<Options>] =
      [NCFOptions.layers(\.layers)] + Field.embedded(NCFOptions.fields, at: \.training)

    package func check(_ json: JSON) throws(Problem) {
      try NCFOptions.check(layers: layers, json)
    }
  }

  package static let name = "mlp"
  package static let summary =
    "perceptron over user and item vectors, log loss against drawn negatives"
  package static let source = "He, Liao, Zhang, Nie, Hu, Chua, WWW 2017"

  package let model: NCFModel

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    model = NCFModel(
      data.interactions, factors: nil, layers: options.layers, options: options.training,
      seed: seed)
  }
}

extension MLP {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    options.training.estimate(factors: 0, layers: options.layers, sizes)
  }
}
