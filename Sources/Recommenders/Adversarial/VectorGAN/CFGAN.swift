import Basics
import Datasets
import Engine

/// CFGAN (Chae, Kang, Kim & Lee, CIKM 2018): the generator answers a condition, the interaction
/// row, with a whole vector of scores; see `VectorGAN` for the training.
///
/// User-based, rows are users; item-based (iCFGAN), rows are items' user vectors, those of items
/// that nobody had among them, as in the released code, and scores are read transposed. The
/// defaults are the authors' settings for ml-100k, item-based.
package final class CFGAN: VectorGANRecommender {
  package enum Rows: String, CaseIterable, Sendable { case users, items }

  package struct Options: Settings {
    package var rows = Rows.items
    package var userFeatures: [String] = []
    package var gan = VectorGANOptions()

    package init() {
      gan.generatorBatch = 32
      gan.discriminatorBatch = 64
      gan.generatorSteps = 4
      gan.discriminatorSteps = 2
      gan.generatorL2 = 1e-3
    }

    package static let fields: [Field<Options>] =
      [
        .choice("rows", \.rows, "whose vectors are generated: users' or items'"),
        .texts("userFeatures", \.userFeatures, "user features that both players are told besides")
          .omittedByDefault(),
      ] + Field.embedded(VectorGANOptions.fields, at: \.gan)

    /// Refuses what `VectorGANOptions` refuses, and user features where rows are items.
    package func check(_ json: JSON) throws(Problem) {
      try gan.check(json)
      try refuseRepeats(userFeatures, at: "userFeatures", json)
      if rows == .items, !userFeatures.isEmpty {
        throw (json["userFeatures"] ?? json).problem(
          "user features are told of rows that are users'; expected \"rows\": \"users\"")
      }
    }
  }

  package static let name = "cfgan"
  package static let summary =
    "collaborative filtering by generated rating vectors, user- or item-based"
  package static let source = "Chae, Kang, Kim, Lee, CIKM 2018, and its released code"
  /// 3: user-based, a user without training items is not trained on.
  package static let algorithmVersion = 3

  private let options: Options
  let gan: VectorGAN
  private let interactions: Interactions
  /// The item-based scores, [items, users], until the next epoch.
  private var itemVectors: [Float] = []

  /// Throws `Problem` when the data set lacks a user feature.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    self.options = options
    interactions = data.interactions
    let rows = options.rows == .users ? interactions : interactions.transposed()
    let features = try data.userFeatures(named: options.userFeatures, for: Self.name)
    gan = VectorGAN(
      options.gan, rows: rows,
      conditions: [.interactions(rows)]
        + (features.isEmpty ? [] : [.features(features, of: rows.users)]),
      emptyRows: options.rows == .items, seed: seed)
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.userFeatures(named: options.userFeatures, for: name)
  }

  func forgetScores() { itemVectors = [] }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    if options.rows == .users {
      gan.generate(users, into: scores.pointer)
      return
    }
    let (people, items) = (interactions.users, interactions.items)
    if itemVectors.isEmpty {
      itemVectors = [Float](unsafeUninitializedCapacity: people * items) { buffer, count in
        if let base = buffer.baseAddress { gan.generate(0..<items, into: base) }
        count = people * items
      }
    }
    for (row, user) in users.enumerated() {
      let own = scores[row]
      for item in 0..<items { own[item] = itemVectors[item * people + user] }
    }
  }
}

extension CFGAN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let rows = options.rows == .users ? sizes : sizes.transposed
    var estimate = options.gan.estimate(
      rows: rows.users, columns: rows.items, entries: rows.interactions,
      [.interactions(rows)] + ConditionSize.features(options.userFeatures, sizes))
    guard options.rows == .items else { return estimate }
    estimate.whileScoring = 4 * sizes.users * sizes.items
    estimate.name(estimate.whileScoring, "the scores of \(sizes.pairs)")
    estimate.look = sizes.items * estimate.one + Work(bytes: 8 * sizes.users * sizes.items)
    estimate.one = Work(steps: 4 * sizes.items)
    return estimate
  }
}
