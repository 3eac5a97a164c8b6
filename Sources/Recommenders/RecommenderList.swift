import Datasets
import Schema

/// A recommender as specs see it: its name, its settings, and how it is made.
public struct RecommenderType: Sendable {
  /// The name in specs.
  public let name: String
  /// One line on what it is.
  public let summary: String
  /// The paper it comes from.
  public let source: String
  /// Raised when the same settings and seed no longer give the same scores.
  public let algorithmVersion: Int
  /// Whether there are epochs.
  public let learning: Learning
  /// Name, kind, default and meaning of every setting.
  public let fields: [FieldDescription]
  /// Decodes settings and encodes them again, complete with defaults, in a fixed order.
  ///
  /// Throws `Problem` at the first key that is unknown or out of range.
  public let complete: @Sendable (JSON) throws(Problem) -> JSON
  /// Decodes the settings and refuses what the data lack, before anything trains.
  public let check: @Sendable (JSON, TrainingData) throws(Problem) -> Void
  /// Decodes the settings and builds the system.
  public let make: @Sendable (JSON, TrainingData, UInt64) throws -> any Recommender

  init<R: Recommender>(_ type: R.Type) {
    name = R.name
    summary = R.summary
    source = R.source
    algorithmVersion = R.algorithmVersion
    learning = R.learning
    fields = R.Options.fieldDescriptions
    complete = { json throws(Problem) in try R.Options(decoding: json).encoded() }
    check = { json, data throws(Problem) in
      try R.check(R.Options(decoding: json), data: data)
    }
    make = { json, data, seed in try R(R.Options(decoding: json), data: data, seed: seed) }
  }
}

/// Every recommender a spec may name. Joining this list earns the conformance tests.
public enum RecommenderList {
  /// All of them, the baselines first.
  public static let all: [RecommenderType] = [
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

  /// The recommender called `name`; throws `Problem` with the nearest name.
  public static func named(_ name: String) throws(Problem) -> RecommenderType {
    if let found = all.first(where: { $0.name == name }) { return found }
    let hint = nearest(name, among: all.map(\.name)).map { "; did you mean \"\($0)\"?" }
    throw .usage(
      "unknown recommender \"\(name)\"" + (hint ?? "; `reprise list models` names them all"))
  }
}
