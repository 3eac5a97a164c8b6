import Schema

/// A recommender as specs see it; stands in for that of `Recommenders` until it is there.
public struct RecommenderType: Sendable {
  /// How a recommender learns.
  public enum Learning: Sendable { case once, epochs }
  /// The name in specs.
  public let name: String
  /// One line: what it is.
  public let summary: String
  /// The paper it comes from.
  public let source: String
  /// Whether it has epochs.
  public let learning: Learning
  /// Its settings.
  public let fields: [FieldDescription]
  /// Decodes settings strictly and gives every one of them back, defaults included.
  public let complete: @Sendable (JSON) throws(Problem) -> JSON

  init<Options: Settings>(
    _ name: String, _ summary: String, source: String, _ learning: Learning, _: Options.Type
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.learning = learning
    fields = Options.fieldDescriptions
    complete = { json throws(Problem) in try Options(decoding: json).encoded() }
  }
}

/// Stands in for the list of `Recommenders` until it is there.
public enum RecommenderList {
  struct NoOptions: Settings { static let fields: [Field<NoOptions>] = [] }
  struct FactorOptions: Settings {
    var factors = 64
    var learningRate = 0.02
    static let fields: [Field<FactorOptions>] = [
      .integer("factors", \.factors, 1...4096, "length of user and item vectors"),
      .number("learningRate", \.learningRate, 0...10, "step size of SGD"),
    ]
  }
  /// The recommenders, in the order in which `reprise list models` shows them.
  public static let all = [
    RecommenderType("item-pop", "popularity", source: "", .once, NoOptions.self),
    RecommenderType("mf-bpr", "factors", source: "", .epochs, FactorOptions.self),
  ]
}
