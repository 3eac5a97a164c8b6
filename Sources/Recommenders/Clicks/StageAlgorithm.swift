import Basics
import Datasets

/// The algorithms that a stage of a product's life may be left to, and their settings.
package enum StageAlgorithm: String, CaseIterable, Sendable {
  case lr, fm, lfm, dnn
  case wideAndDeep = "wide-and-deep"
  case deepFM = "deep-fm"

  /// The key of each one's settings.
  static let keys: [(StageAlgorithm, String)] = [
    (.lr, "lr"), (.fm, "fm"), (.lfm, "lfm"), (.dnn, "dnn"), (.wideAndDeep, "wideAndDeep"),
    (.deepFM, "deepFM"),
  ]

  /// The settings of all of them.
  package struct Options: Settings {
    package var lr = ClickOptions()
    package var fm = EmbeddingOptions()
    package var lfm = EmbeddingOptions()
    package var dnn = DeepOptions()
    package var wideAndDeep = DeepOptions()
    package var deepFM = DeepOptions()

    package init() {}

    package static let fields: [Field<Options>] = [
      .object("lr", \.lr, "settings of lr"), .object("fm", \.fm, "settings of fm"),
      .object("lfm", \.lfm, "settings of lfm"), .object("dnn", \.dnn, "settings of dnn"),
      .object("wideAndDeep", \.wideAndDeep, "settings of wide-and-deep"),
      .object("deepFM", \.deepFM, "settings of deep-fm"),
    ]
  }

  /// The untrained model. Throws as its making does.
  func make(
    _ options: Options, data: ClickData, seed: UInt64
  ) throws -> any ClickModel & EpochLearner {
    switch self {
    case .lr: LogisticRegression(options.lr, data: data, seed: seed)
    case .fm: FactorisationMachine(options.fm, data: data, seed: seed)
    case .lfm: try LatentFactorModel(options.lfm, data: data, seed: seed)
    case .dnn: DeepNeuralNetwork(options.dnn, data: data, seed: seed)
    case .wideAndDeep: WideAndDeep(options.wideAndDeep, data: data, seed: seed)
    case .deepFM: DeepFM(options.deepFM, data: data, seed: seed)
    }
  }

  /// Refuses data that lack what it needs.
  func check(_ options: Options, data: Records) throws(Problem) {
    if self == .lfm { try LatentFactorModel.check(options.lfm, data: data) }
  }
}

extension StageAlgorithm {
  /// What the algorithm takes alone.
  func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    switch self {
    case .lr: LogisticRegression.estimate(options.lr, sizes)
    case .fm: FactorisationMachine.estimate(options.fm, sizes)
    case .lfm: LatentFactorModel.estimate(options.lfm, sizes)
    case .dnn: DeepNeuralNetwork.estimate(options.dnn, sizes)
    case .wideAndDeep: WideAndDeep.estimate(options.wideAndDeep, sizes)
    case .deepFM: DeepFM.estimate(options.deepFM, sizes)
    }
  }
}
