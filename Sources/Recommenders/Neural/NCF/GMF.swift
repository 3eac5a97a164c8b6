import Basics
import Datasets
import Engine

/// Generalised matrix factorisation alone (He et al. 2017, section 3.2): `σ(h · (p_u ⊙ q_i) + b)`;
/// see `NCFModel` for the training.
package final class GMF: NCFRecommender {
  package struct Options: Settings {
    package var factors = 32
    package var training = NCFOptions()

    package init() {}

    package static let fields: [Field<Options>] =
      [.integer("factors", \.factors, 1...4096, "length of user and item vectors")]
      + Field.embedded(NCFOptions.fields, at: \.training)
  }

  package static let name = "gmf"
  package static let summary = "generalised matrix factorisation, log loss against drawn negatives"
  package static let source = "He, Liao, Zhang, Nie, Hu, Chua, WWW 2017"

  package let model: NCFModel

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    model = NCFModel(
      data.interactions, factors: options.factors, layers: nil, options: options.training,
      seed: seed)
  }
}

extension GMF {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    options.training.estimate(factors: Double(options.factors), layers: [], sizes)
  }
}
