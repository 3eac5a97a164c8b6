import Basics
import Datasets

/// A system as specs see it: its name, its settings, and how it is made.
package struct RecommenderType: Sendable {
  /// How the untrained system is made, and its settings are refused before anything trains; both decode them.
  package enum Construction: Sendable {
    /// A system that ranks items for users.
    case ranking(
      check: @Sendable (JSON, TrainingData) throws(Problem) -> Void,
      estimate: @Sendable (JSON, RankingSizes) throws(Problem) -> Estimate,
      make: @Sendable (JSON, TrainingData, UInt64) throws -> any Recommender)
    /// A system that predicts clicks.
    case clicks(
      check: @Sendable (JSON, Records) throws(Problem) -> Void,
      estimate: @Sendable (JSON, RecordSizes) throws(Problem) -> Estimate,
      make: @Sendable (JSON, ClickData, UInt64) throws -> any ClickModel)
  }

  /// The name in specs.
  package let name: String
  /// One line on what it is.
  package let summary: String
  /// The paper it comes from.
  package let source: String
  /// Raised when the same settings and seed no longer give the same scores.
  package let algorithmVersion: Int
  /// Whether there are epochs.
  package let learning: Learning
  /// Name, kind, default and meaning of every setting.
  package let fields: [FieldDescription]
  /// Decodes settings and encodes them again, complete with defaults, in a fixed order.
  ///
  /// Throws `Problem` at the first key that is unknown or out of range.
  package let complete: @Sendable (JSON) throws(Problem) -> JSON
  /// Whether it scores a few drawn items for less than all.
  package let scoresDrawnItems: Bool
  /// How it is made.
  package let construction: Construction

  package var task: LearningTask {
    switch construction {
    case .ranking: .ranking
    case .clicks: .clicks
    }
  }

  private init<M: Model>(_ type: M.Type, _ construction: Construction) {
    name = M.name
    summary = M.summary
    source = M.source
    algorithmVersion = M.algorithmVersion
    learning = M.learning
    fields = M.Options.fieldDescriptions
    scoresDrawnItems = type is any ItemScorer.Type
    complete = { json throws(Problem) in try M.Options(decoding: json).encoded() }
    self.construction = construction
  }

  init<R: Recommender>(_ type: R.Type) {
    self.init(
      type,
      .ranking(
        check: { json, data throws(Problem) in try R.check(R.Options(decoding: json), data: data) },
        estimate: { json, sizes throws(Problem) in
          try R.estimate(R.Options(decoding: json), sizes)
        },
        make: { json, data, seed in try R(R.Options(decoding: json), data: data, seed: seed) }))
  }

  init<C: ClickModel>(_ type: C.Type) {
    self.init(
      type,
      .clicks(
        check: { json, data throws(Problem) in try C.check(C.Options(decoding: json), data: data) },
        estimate: { json, sizes throws(Problem) in
          try C.estimate(C.Options(decoding: json), sizes)
        },
        make: { json, data, seed in try C(C.Options(decoding: json), data: data, seed: seed) }))
  }

  /// Refuses settings that ask for what the data lack. Throws `Problem.usage` where it predicts clicks, too.
  package func check(_ settings: JSON, _ data: TrainingData) throws(Problem) {
    guard case .ranking(let check, _, _) = construction else { throw .usage(isForClicks) }
    try check(settings, data)
  }

  /// Refuses settings that ask for what the data lack. Throws `Problem.usage` where it ranks items, too.
  package func check(_ settings: JSON, _ data: Records) throws(Problem) {
    guard case .clicks(let check, _, _) = construction else { throw .usage(isForRankings) }
    try check(settings, data)
  }

  /// About what it takes. Throws `Problem.usage` where it predicts clicks, and at settings that do not decode.
  package func estimate(_ settings: JSON, _ sizes: RankingSizes) throws(Problem) -> Estimate {
    guard case .ranking(_, let estimate, _) = construction else { throw .usage(isForClicks) }
    return try estimate(settings, sizes)
  }

  /// About what it takes. Throws `Problem.usage` where it ranks items, and at settings that do not decode.
  package func estimate(_ settings: JSON, _ sizes: RecordSizes) throws(Problem) -> Estimate {
    guard case .clicks(_, let estimate, _) = construction else { throw .usage(isForRankings) }
    return try estimate(settings, sizes)
  }

  private var isForClicks: String { "\(name) predicts clicks, it does not rank items" }
  private var isForRankings: String { "\(name) ranks items, it does not predict clicks" }

  /// Builds the system for rankings. Throws `Problem.usage` where it predicts clicks, and as it does itself.
  package func make(_ settings: JSON, _ data: TrainingData, _ seed: UInt64) throws
    -> any Recommender
  {
    guard case .ranking(_, _, let make) = construction else {
      throw Problem.usage(isForClicks)
    }
    return try make(settings, data, seed)
  }

  /// Builds the system for predictions of clicks. Throws `Problem.usage` where it ranks items, and as it
  /// does itself.
  package func make(_ settings: JSON, _ data: ClickData, _ seed: UInt64) throws -> any ClickModel {
    guard case .clicks(_, _, let make) = construction else {
      throw Problem.usage(isForRankings)
    }
    return try make(settings, data, seed)
  }
}

/// Every system a spec may name. Joining this list earns the conformance tests.
package enum RecommenderList {
  /// All of them.
  package static let all = rankings + clicks

  /// Those that rank items, the baselines first.
  package static let rankings: [RecommenderType] = [
    RecommenderType(RandomRecommender.self),
    RecommenderType(ItemPop.self),
    RecommenderType(UserKNN.self),
    RecommenderType(ItemKNN.self),
    RecommenderType(P3Alpha.self),
    RecommenderType(RP3Beta.self),
    RecommenderType(EASE.self),
    RecommenderType(PureSVD.self),
    RecommenderType(IALS.self),
    RecommenderType(MFBPR.self),
    RecommenderType(GMF.self),
    RecommenderType(MLP.self),
    RecommenderType(NeuMF.self),
    RecommenderType(IRGAN.self),
    RecommenderType(CFGAN.self),
    RecommenderType(URGAN.self),
    RecommenderType(GAN.self),
    RecommenderType(CGAN.self),
    RecommenderType(DRMUD.self),
    RecommenderType(PDGAN.self),
    RecommenderType(MarkovChain.self),
    RecommenderType(GRUNR.self),
    RecommenderType(PreferenceGraph.self),
    RecommenderType(DiversitySwitch.self),
  ]

  /// Those that predict clicks.
  package static let clicks: [RecommenderType] = [
    RecommenderType(Oracle.self),
    RecommenderType(ClickShare.self),
    RecommenderType(LogisticRegression.self),
    RecommenderType(FactorisationMachine.self),
    RecommenderType(LatentFactorModel.self),
    RecommenderType(DeepNeuralNetwork.self),
    RecommenderType(WideAndDeep.self),
    RecommenderType(DeepFM.self),
    RecommenderType(LifeCycleSwitch.self),
  ]

  /// The recommender called `name`; throws `Problem` with the nearest name.
  package static func named(_ name: String) throws(Problem) -> RecommenderType {
    if let found = all.first(where: { $0.name == name }) { return found }
    let hint = nearest(name, among: all.map(\.name)).map { "; did you mean \"\($0)\"?" }
    throw .usage(
      "unknown recommender \"\(name)\"" + (hint ?? "; `reprise list models` names them all"))
  }
}
