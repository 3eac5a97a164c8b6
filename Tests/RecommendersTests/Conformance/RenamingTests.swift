import Basics
import Datasets
import Evaluation
import Testing

@testable import Recommenders

/// Other ids for the same users and items give the same numbers, where ties are not settled by ids.
@Suite struct RenamingTests {
  /// A small data set of few users and items, so that counts, similarities and scores are often
  /// equal.
  private struct Small {
    let users: Int
    let items: Int
    /// Pairs in the order of time.
    var train: [(user: Int, item: Int)] = []
    var test: [(user: Int, item: Int)] = []

    init(seed: UInt64, users: Int = 24, items: Int = 30) {
      (self.users, self.items) = (users, items)
      var random = Random(seed: seed, stream: "small")
      for user in 0..<users {
        var own = Array(0..<items)
        random.shuffle(&own)
        let count = 1 + random.below(6)
        train += own.prefix(count).map { (user, $0) }
        test += own[count..<count + random.below(3)].map { (user, $0) }
      }
      test.append(
        (0, Set(0..<items).subtracting(train.filter { $0.user == 0 }.map(\.item)).min() ?? 0))
      random.shuffle(&train)
    }

    func report(
      _ system: String, _ settings: JSON, _ metrics: [Metric], users userNames: [Int],
      items itemNames: [Int]
    ) throws -> EvaluationReport {
      func interactions(_ pairs: [(user: Int, item: Int)]) -> Interactions {
        Interactions(
          users: users, items: items,
          pairs: pairs.map { (Int32(userNames[$0.user]), Int32(itemNames[$0.item])) })
      }
      let events = train.enumerated().map { time, pair in
        Event(
          user: Int32(userNames[pair.user]), item: Int32(itemNames[pair.item]),
          time: Timestamp(seconds: Int64(time + 1)))
      }
      let learned = interactions(train)
      let data = TrainingData(interactions: learned, events: events)
      let recommender = try RecommenderList.named(system).make(settings, data, 1)
      return try Evaluator(
        metrics: metrics, masked: learned, heldOut: interactions(test), ties: .expected, seed: 1
      ).evaluate { recommender.scores(of: $0, into: $1) }
    }
  }

  private static let systems: [(String, JSON)] = [
    ("item-pop", [:]),
    ("markov-chain", [:]),
    ("markov-chain", ["backOff": 4.0]),
    ("item-knn", ["neighbours": 2, "ties": "shared"]),
    ("item-knn", ["neighbours": 5, "similarity": "jaccard", "shrink": 1.5, "ties": "shared"]),
    ("item-knn", ["neighbours": 3, "similarity": "co-occurrence", "ties": "shared"]),
    (
      "item-knn",
      ["neighbours": 4, "similarity": "asymmetric", "asymmetry": 0.3, "ties": "shared"]
    ),
    ("user-knn", ["neighbours": 2, "ties": "shared"]),
    ("user-knn", ["neighbours": 6, "similarity": "dice", "ties": "shared"]),
    ("user-knn", ["neighbours": 3, "similarity": "co-occurrence", "ties": "shared"]),
    ("p3alpha", ["neighbours": 3, "ties": "shared"]),
    ("p3alpha", ["neighbours": 3, "alpha": 0.7, "normalised": true, "ties": "shared"]),
    ("rp3beta", ["neighbours": 3, "ties": "shared"]),
    ("sequential-rules", ["lastWeights": [1, 0.5]]),
    ("sequential-rules", ["steps": 2, "rulesPerItem": 2, "ties": "shared"]),
    ("item-rules", ["rulesPerItem": 2, "ties": "shared"]),
    ("session-knn", ["neighbours": 3, "sampleSize": 8, "ties": "shared"]),
    ("association-rules", ["minimumSupport": 1, "longest": 3]),
    ("association-rules", ["minimumSupport": 2, "by": "lift", "combine": "sum"]),
  ]

  private static let metrics = [
    "precision@3", "recall@5", "hit-rate@3", "ndcg@5", "ndcg@30", "mrr", "mrr@4", "map", "map@5",
    "auc", "popularity@5", "novelty@5",
  ]

  @Test(arguments: 0..<systems.count)
  func metricsAreThoseOfOtherNames(_ number: Int) throws {
    let (system, settings) = Self.systems[number]
    let metrics = try Self.metrics.map { try Metric($0) }
    var tied = 0
    for seed in 1...12 {
      let small = Small(seed: UInt64(seed))
      var random = Random(seed: UInt64(seed), stream: "names")
      var (users, items) = (Array(0..<small.users), Array(0..<small.items))
      let first = try small.report(system, settings, metrics, users: users, items: items)
      tied += first.decidedByTies
      for _ in 0..<4 {
        random.shuffle(&users)
        random.shuffle(&items)
        let other = try small.report(system, settings, metrics, users: users, items: items)
        for metric in metrics {
          #expect(
            abs(first[metric] - other[metric]) < 1e-6,
            "\(system) \(settings.canonicalText), \(metric): \(first[metric]), \(other[metric])")
        }
        #expect(first.decidedByTies == other.decidedByTies)
      }
    }
    // Otherwise nothing was put to the test.
    #expect(tied > 20, "ties decide \(tied) lists")
  }

  /// The test can fail: neighbours cut by index move the numbers.
  @Test(arguments: ["item-knn", "user-knn"])
  func neighboursCutByIndexDoNotKeepThem(_ system: String) throws {
    let metrics = try Self.metrics.map { try Metric($0) }
    let small = Small(seed: 1)
    let (users, items) = (Array(0..<small.users), Array(0..<small.items))
    let settings: JSON = ["neighbours": 2, "similarity": "co-occurrence"]
    let first = try small.report(system, settings, metrics, users: users, items: items)
    let other = try small.report(
      system, settings, metrics, users: users.reversed(), items: items.reversed())
    #expect(metrics.contains { abs(first[$0] - other[$0]) > 1e-3 })
  }
}
