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
  /// The ids of the users and of the items as the data set writes them; empty where nobody asks.
  package let userIDs: [String]
  package let itemIDs: [String]
  /// What happened when, of these pairs; empty where no times are known.
  package let events: [Event]
  /// Where each event stands among the records that the columns have; empty where that is not
  /// known.
  private let records: [Int32]
  private let columns: [Column]

  /// Data to learn from; features, events and ids only where there are any.
  package init(
    interactions: Interactions, userFeatures: [Feature] = [], itemFeatures: [Feature] = [],
    events: [Event] = [], records: [Int32] = [], columns: [Column] = [],
    userIDs: [String] = [], itemIDs: [String] = []
  ) {
    self.interactions = interactions
    self.userFeatures = userFeatures
    self.itemFeatures = itemFeatures
    (self.events, self.records, self.columns) = (events, records, columns)
    (self.userIDs, self.itemIDs) = (userIDs, itemIDs)
  }

  /// Some of the interactions of a data set, and when they happened.
  package init(_ interactions: Interactions, part: SplitPart, of dataset: Dataset) {
    self.init(
      interactions: interactions, userFeatures: dataset.userFeatures,
      itemFeatures: dataset.itemFeatures, events: part.events, records: part.records,
      columns: dataset.learnableColumns, userIDs: dataset.userIDs, itemIDs: dataset.itemIDs)
  }

  /// What a column of the data set, such as `behaviour`, says of each of ``events``.
  ///
  /// Throws `Problem.usage` naming `recommender` and the nearest column where there is none of the
  /// name, and `Problem.data` where the split does not tell whose events are whose.
  func column(_ name: String, for recommender: String) throws(Problem) -> Column {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw .usage(
        "\(recommender): the data set has no column \"\(name)\""
          + suggestion(for: name, among: columns.map(\.name)))
    }
    guard records.count == events.count else {
      throw .data(
        "\(recommender): the files of the split do not tell the column \"\(name)\" of what is in"
          + " them")
    }
    return column.taking(records.map(Int.init))
  }

  /// The same with more known of the users; features have a row for every user.
  package func telling(_ features: [Feature]) -> TrainingData {
    TrainingData(
      interactions: interactions, userFeatures: userFeatures + features,
      itemFeatures: itemFeatures, events: events, records: records, columns: columns,
      userIDs: userIDs, itemIDs: itemIDs)
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

  /// When each user's last interaction was; the beginning of time where none is known.
  func lastTimes() -> [Timestamp] {
    var times = [Timestamp](
      repeating: Timestamp(nanoseconds: .min), count: interactions.users)
    for event in events
    where interactions.contains(user: Int(event.user), item: Int(event.item)) {
      let user = Int(event.user)
      if let time = event.time, time > times[user] { times[user] = time }
    }
    return times
  }
}

/// A system that ranks items for users: how it is built, and how it scores.
package protocol Recommender: Model
where Learned == TrainingData, Checked == TrainingData, Sizes == RankingSizes {
  /// Writes a score of every item for each of `users`; higher is better.
  ///
  /// The runner masks what was seen in training.
  func scores(of users: Range<Int>, into scores: ScoreMatrix)

  /// Finds anew what it keeps of a user to score for many, as where the user's newest interaction
  /// has just come; what is kept stays. By default nothing is kept.
  func readAnew(_ user: Int)

  /// Whether it can be made of no interaction at all; by default none can.
  static var learnsNothing: Bool { get }

  /// What a reader has to know of its rankings of these users, a line each; by default nothing.
  ///
  /// - Parameter depth: the longest list that is looked at; nil: whole rankings.
  /// - Throws: `Problem` where there is a user whom it cannot rank for.
  func remarks(ranking users: [Int], to depth: Int?) throws(Problem) -> [String]
}

/// A recommender that scores a few items of a user for less than all.
package protocol ItemScorer: Recommender {
  /// Writes the scores of `items` for `user`, in their order: those of all items, but for the
  /// rounding of sums.
  func scores(of user: Int, among items: [Int32], into scores: ScoreRow)
}

extension Recommender {
  package static var task: LearningTask { .ranking }

  package static var learnsNothing: Bool { false }

  package func readAnew(_ user: Int) {}

  package func remarks(ranking users: [Int], to depth: Int?) throws(Problem) -> [String] { [] }

  /// Fills in the scores of users, [users, items] row-major; where there is no room there is nobody
  /// to score.
  package func scores(of users: Range<Int>, into room: UnsafeMutableBufferPointer<Float>) {
    guard let scores = ScoreMatrix(room, rows: users.count) else { return }
    self.scores(of: users, into: scores)
  }
}

extension ItemScorer {
  /// Fills in the scores of some items; where there are none there is nothing to score.
  package func scores(
    of user: Int, among items: [Int32], into room: UnsafeMutableBufferPointer<Float>
  ) {
    guard let scores = ScoreRow(room) else { return }
    self.scores(of: user, among: items, into: scores)
  }
}

/// Recommenders of rankings. All of it throws `Problem.usage` where one predicts something else,
/// and at settings that do not decode.
extension RecommenderType {
  private func ranker() throws(Problem) -> any Recommender.Type { try model(for: .ranking) }

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
    try ranker().estimate(settings, sizes)
  }
}
