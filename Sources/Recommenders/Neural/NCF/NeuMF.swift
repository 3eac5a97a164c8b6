import Basics
import Datasets
import Engine

/// Neural matrix factorisation (He et al. 2017, section 3.4): both towers, with vectors of their
/// own, `σ(h_G · (p_u ⊙ q_i) + h_M · z + b)`; see `NCFModel` for the training.
///
/// With pretraining, GMF and MLP are first trained alone, by Adam, and NeuMF starts from their
/// parameters, the outputs `h` and `b` of GMF weighted by α and those of MLP by 1 − α (section
/// 3.4.1). Their authors go on by SGD then, as Adam's moments are not those of what it begins with:
/// a setting.
package final class NeuMF: NCFRecommender {
  package enum Method: String, CaseIterable, Sendable { case adam, sgd }

  package struct Options: Settings {
    package var factors = 32
    package var layers = [64, 32, 16, 8]
    package var pretrainingEpochs = 0
    package var pretrainedWeight = 0.5
    package var optimizer = Method.adam
    package var training = NCFOptions()

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .integer("factors", \.factors, 1...4096, "length of the vectors of the product"),
        NCFOptions.layers(\.layers),
        .integer(
          "pretrainingEpochs", \.pretrainingEpochs, 0...10_000,
          "epochs of either tower alone before the first; 0: random starts"),
        .number(
          "pretrainedWeight", \.pretrainedWeight, 0...1,
          "α, after pretraining the weight of the product's output; the perceptron's is 1 − α"),
        .choice("optimizer", \.optimizer, "what moves the parameters, pretraining apart"),
      ] + Field.embedded(NCFOptions.fields, at: \.training)

    package func check(_ json: JSON) throws(Problem) {
      try NCFOptions.check(layers: layers, json)
    }
  }

  package static let name = "neumf"
  package static let summary = "matrix factorisation and perceptron fused, with pretraining"
  package static let source = "He, Liao, Zhang, Nie, Hu, Chua, WWW 2017"

  package let model: NCFModel

  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    let training = options.training
    func make(factors: Int?, layers: [Int]?, _ rule: OptimizerRule? = nil) -> NCFModel {
      NCFModel(
        data.interactions, factors: factors, layers: layers, options: training, rule: rule,
        seed: seed)
    }
    let sgd = OptimizerRule.sgd(training.learningRate, l2: training.l2)
    model = make(
      factors: options.factors, layers: options.layers, options.optimizer == .sgd ? sgd : nil)
    guard options.pretrainingEpochs > 0 else { return }
    let towers = [
      (make(factors: options.factors, layers: nil), options.pretrainedWeight),
      (make(factors: nil, layers: options.layers), 1 - options.pretrainedWeight),
    ]
    model.bias.value[0] = 0
    for (tower, weight) in towers {
      for _ in 0..<options.pretrainingEpochs { _ = tower.trainEpoch() }
      model.take(tower, weight: Float(weight))
    }
  }
}

extension NCFModel {
  /// Copies the parameters of a tower that was trained alone, its output and its bias weighted.
  fileprivate func take(_ other: NCFModel, weight: Float) {
    let outputs = [other.gmf?.output, other.mlp?.output].compactMap { $0 }
    for source in other.parameters.parameters where source !== other.bias {
      guard let own = parameters.parameters.first(where: { $0.name == source.name }) else {
        continue
      }
      let isOutput = outputs.contains { $0 === source }
      Float.scale(source.count, isOutput ? weight : 1, source.value, own.value)
    }
    bias.value[0] += weight * other.bias.value[0]
  }
}

extension NeuMF {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let (factors, layers) = (Double(options.factors), options.layers)
    var estimate = options.training.estimate(factors: factors, layers: layers, sizes)
    guard options.pretrainingEpochs > 0 else { return estimate }
    for tower in [
      options.training.estimate(factors: factors, layers: [], sizes),
      options.training.estimate(factors: 0, layers: layers, sizes),
    ] {
      estimate.whileMade += tower.held
      estimate.making += tower.making + Double(options.pretrainingEpochs) * tower.epoch
    }
    return estimate
  }
}
