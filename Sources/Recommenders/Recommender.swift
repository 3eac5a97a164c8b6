import Basics
import Datasets

/// What a recommender may learn from. The held-out parts of the split are not in it.
package struct TrainingData: Sendable {
  /// The pairs to learn from; what the runner masks.
  package let interactions: Interactions
  /// What is known of the users; each has a row for every user.
  package let userFeatures: [Feature]
  /// What is known of the items; each has a row for every item.
  package let itemFeatures: [Feature]
  /// What happened when, of these pairs; empty where no times are known.
  private let events: [Event]

  /// Data to learn from; features and events only where there are any.
  package init(
    interactions: Interactions, userFeatures: [Feature] = [], itemFeatures: [Feature] = [],
    events: [Event] = []
  ) {
    self.interactions = interactions
    self.userFeatures = userFeatures
    self.itemFeatures = itemFeatures
    self.events = events
  }

  /// Some of the interactions of a data set, and when they happened.
  package init(_ interactions: Interactions, events: [Event], of dataset: Dataset) {
    self.init(
      interactions: interactions, userFeatures: dataset.userFeatures,
      itemFeatures: dataset.itemFeatures, events: events)
  }

  /// Each user's items in the order of time, sorted out when asked for.
  ///
  /// Throws `Problem.data` naming `recommender` where a time is unknown.
  func sequences(for recommender: String) throws(Problem) -> Sequences {
    guard let sequences = Sequences(interactions, events: events) else {
      throw .data(
        "\(recommender): needs the time of every interaction, and the data set does not tell all")
    }
    return sequences
  }
}

/// A system that ranks items for users: how it is built, and how it scores.
package protocol Recommender: Model {
  /// Builds the untrained system; one that learns `.once` is ready to score.
  ///
  /// Throws `Problem` when the data lack what the settings ask for.
  init(_ options: Options, data: TrainingData, seed: UInt64) throws

  /// Refuses, before anything trains, settings that ask for what the data lack; `init` throws the
  /// same. By default every setting suits all data.
  static func check(_ options: Options, data: TrainingData) throws(Problem)

  /// About what it takes, by sizes and settings alone; see ``Estimate``.
  static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate

  /// Writes scores of every item for each of `users`, [users, items] row-major; higher is better.
  ///
  /// The runner masks what was seen in training.
  func scores(of users: Range<Int>, into scores: UnsafeMutableBufferPointer<Float>)
}

/// A recommender that scores a few items of a user for less than all.
package protocol ItemScorer: Recommender {
  /// Writes the scores of `items` for `user`, in their order: those of `scores(of:into:)`, but for the
  /// rounding of sums.
  func scores(
    of user: Int, among items: [Int32], into scores: UnsafeMutableBufferPointer<Float>)
}

extension Recommender {
  package static var task: LearningTask { .ranking }
  package static func check(_ options: Options, data: TrainingData) throws(Problem) {}

  fileprivate static func made(
    _ settings: JSON, _ data: TrainingData, _ seed: UInt64
  ) throws -> any Recommender { try Self(Options(decoding: settings), data: data, seed: seed) }

  fileprivate static func check(_ settings: JSON, _ data: TrainingData) throws(Problem) {
    try check(Options(decoding: settings), data: data)
  }

  fileprivate static func estimate(
    _ settings: JSON, sizes: RankingSizes
  ) throws(Problem) -> Estimate { estimate(try Options(decoding: settings), sizes) }
}

/// Recommenders of rankings. All of it throws `Problem.usage` where one predicts something else, and at settings
/// that do not decode.
extension RecommenderType {
  private func ranker() throws(Problem) -> any Recommender.Type {
    guard let model = model as? any Recommender.Type else { throw misuse(as: .ranking) }
    return model
  }

  /// Builds the untrained recommender. Throws as it does itself, too.
  package func make(
    _ settings: JSON, _ data: TrainingData, _ seed: UInt64
  ) throws -> any Recommender { try ranker().made(settings, data, seed) }

  /// Refuses settings that ask for what the data lack.
  package func check(_ settings: JSON, _ data: TrainingData) throws(Problem) {
    try ranker().check(settings, data)
  }

  /// About what it takes.
  package func estimate(_ settings: JSON, _ sizes: RankingSizes) throws(Problem) -> Estimate {
    try ranker().estimate(settings, sizes: sizes)
  }
}
