import Basics
import Datasets
import Testing

@testable import Evaluation

/// What the three orders of equal scores make of small lists with many ties, against every order
/// there is.
@Suite struct TieOrderTests {
  /// Few items of few levels of score, so that most users' lists have ties within and across
  /// cut-offs.
  private static func sample(_ seed: UInt64, items: Int = 6, levels: Int = 2) -> Sample {
    Sample(seed: seed, users: 12, items: items, levels: levels)
  }

  /// A catalogue with a feature of three values.
  private static func catalogue(_ items: Int) -> Catalogue {
    Catalogue(
      popularity: (0..<items).map { $0 * $0 % 7 }, users: 12,
      features: [
        Feature(
          name: "genre", vocabulary: ["a", "b", "c"], indices: (0..<items).map { [$0 % 3] })
      ])
  }

  /// Of every metric of rankings some cut-offs, and each of its settings.
  private static let closed = [
    "precision@1", "precision@3", "precision@9", "precision@2(averaging=micro)",
    "recall@1", "recall@2", "recall@4", "recall@3(over=truncated)",
    "recall@2(averaging=micro)", "recall@2(averaging=micro,over=truncated)",
    "ndcg@1", "ndcg@2", "ndcg@4", "ndcg@9", "ndcg@3(ideal=full)", "ndcg@2(among=3)",
    "ndcg@1(ideal=uncut)", "ndcg@3(ideal=uncut)", "ndcg@1(ideal=list)", "ndcg@2(ideal=list)",
    "ndcg@3(ideal=list)", "ndcg@9(ideal=list)", "ndcg@3(base=3,offset=0)",
    "ndcg@2(gain=exponential)", "ndcg@9(gain=linear)", "ndcg@3(ideal=uncut,gain=exponential)",
    "ndcg@3(gain=linear,averaging=micro)", "ndcg@2(gain=exponential,among=3)",
    "ndcg@3(averaging=micro)", "ndcg@3(averaging=all-users)", "f1@1", "f1@3", "f1@2(of=pooled)",
    "f1-bound@2",
    "mrr(hits=all)", "mrr@1(hits=all)", "mrr@3(hits=all)", "mrr@3(averaging=all-users)",
    "mrr", "mrr@1", "mrr@3", "mrr(among=3)", "mrr@2(among=3)",
    "hit-rate@1", "hit-rate@2", "hit-rate@4", "hit-rate@2(among=3)",
    "map", "map@1", "map@3", "map@9", "map@3(over=held-out)",
    "auc", "sampled-log-loss", "sampled-log-loss(among=2)",
    "popularity@1", "popularity@3", "popularity@9", "novelty@1", "novelty@2", "novelty@4",
  ]
  /// Those without a closed form.
  private static let drawn = [
    "coverage@1", "coverage@3", "gini@2", "diversity@3", "feature-coverage@2",
  ]

  private func metrics(_ names: [String]) throws -> [Metric] { try names.map { try Metric($0) } }

  @Test func everyMetricIsAmongThem() {
    let names = Set((Self.closed + Self.drawn).map { String($0.prefix { $0 != "@" && $0 != "(" }) })
    #expect(names == Set(MetricList.rankings.map { $0.name }))
  }

  /// Calls `body` with every order of the items, as keys to tell equal scores apart by.
  private func forEachOrder(of count: Int, _ body: ([Int]) throws -> Void) rethrows {
    var order = Array(0..<count)
    func permute(_ place: Int) throws {
      guard place < count else { return try body(order) }
      for other in place..<count {
        order.swapAt(place, other)
        try permute(place + 1)
        order.swapAt(place, other)
      }
    }
    try permute(0)
  }

  /// The report on scores in which equal ones are told apart.
  private func report(_ sample: Sample, _ metrics: [Metric], order: [Int]) throws
    -> EvaluationReport
  {
    let scores = sample.scores.map { row in
      row.enumerated().map { $1 * 64 + Float(order[$0]) }
    }
    return try sample.evaluator(metrics, catalogue: Self.catalogue(sample.items))
      .evaluate(scores: fill(from: scores))
  }

  private func report(
    _ sample: Sample, _ metrics: [Metric], _ ties: TieOrder, seed: UInt64 = 0
  ) throws -> EvaluationReport {
    try Evaluator(
      metrics: metrics, masked: sample.masked, heldOut: sample.heldOut,
      catalogue: Self.catalogue(sample.items), ratings: sample.ratings, ties: ties, seed: seed
    ).evaluate(scores: fill(from: sample.scores))
  }

  @Test(arguments: [(1, 2), (2, 1), (3, 3), (4, 2)])
  func expectedValuesAreMeansOverAllOrders(seed: Int, levels: Int) throws {
    let sample = Self.sample(UInt64(seed), levels: levels)
    // Scores of the log-loss are looked at themselves, and so cannot be told apart.
    let metrics = try metrics(Self.closed.filter { !$0.hasPrefix("sampled-log-loss") })
    var sums = [Double](repeating: 0, count: metrics.count)
    var userSums: [[Double]] = []
    var (least, most): ([[Double]], [[Double]]) = ([], [])
    var count = 0.0
    try forEachOrder(of: sample.items) { order in
      let report = try report(sample, metrics, order: order)
      let users = metrics.map { metric in
        // Ties are one half whatever the order: only the mean over orders has to agree.
        report.perUser[metric] ?? []
      }
      if count == 0 {
        (userSums, least, most) = (users, users, users)
      } else {
        for place in users.indices {
          for user in users[place].indices {
            userSums[place][user] += users[place][user]
            least[place][user] = min(least[place][user], users[place][user])
            most[place][user] = max(most[place][user], users[place][user])
          }
        }
      }
      for (place, metric) in metrics.enumerated() { sums[place] += report[metric] }
      count += 1
    }
    #expect(count == 720)
    let expected = try report(sample, metrics, .expected)
    for (place, metric) in metrics.enumerated() {
      let mean = sums[place] / count
      #expect(abs(expected[metric] - mean) < 1e-12, "\(metric): \(expected[metric]), not \(mean)")
      for (user, value) in try #require(expected.perUser[metric]).enumerated() {
        let mean = userSums[place][user] / count
        #expect(
          value.isNaN && mean.isNaN || abs(value - mean) < 1e-12,
          "\(metric), user \(user): \(value), not \(mean)")
      }
      // Popularity and novelty can be the same in all orders by chance, and AUC takes no order.
      guard !["popularity", "novelty", "auc"].contains(where: metric.name.hasPrefix) else {
        continue
      }
      let varying = least[place].indices.count { most[place][$0] - least[place][$0] > 1e-9 }
      for ties in TieOrder.allCases {
        #expect(try report(sample, [metric], ties).decidedByTies == varying, "\(metric), \(ties)")
      }
    }
    // Whoever's list depends on ties in one of the metrics is counted once.
    let all = try self.metrics(["precision@1", "recall@4", "mrr", "map@3", "hit-rate@2"])
    let places = all.compactMap(metrics.firstIndex(of:))
    let varying = least[0].indices.count { user in
      places.contains { most[$0][user] - least[$0][user] > 1e-9 }
    }
    #expect(try report(sample, all, .expected).decidedByTies == varying)
  }

  @Test func lossesTakeNoOrder() throws {
    let metrics = try metrics(["sampled-log-loss", "sampled-log-loss(among=2)", "auc"])
    let sample = Self.sample(2)
    let first = try report(sample, metrics, .id)
    #expect(first.decidedByTies == 0)
    for ties in [TieOrder.seeded, .expected] {
      let other = try report(sample, metrics, ties, seed: 5)
      for metric in metrics { #expect(abs(first[metric] - other[metric]) < 1e-12) }
    }
  }

  @Test func withoutTiesAllOrdersAreTheSameBits() throws {
    let metrics = try metrics(Self.closed + Self.drawn)
    let ties = Sample(seed: 9, users: 20, items: 30)
    var random = Random(seed: 3, stream: "scores")
    let scores = (0..<20).map { _ in (0..<30).map { _ in random.uniform() } }
    let reports = try TieOrder.allCases.map {
      try Evaluator(
        metrics: metrics, masked: ties.masked, heldOut: ties.heldOut,
        catalogue: Self.catalogue(30), ratings: ties.ratings, ties: $0, seed: 4
      ).evaluate(scores: fill(from: scores))
    }
    for metric in metrics {
      for report in reports.dropFirst() {
        #expect(report[metric].bitPattern == reports[0][metric].bitPattern, "\(metric)")
      }
    }
    #expect(reports.allSatisfy { $0.decidedByTies == 0 })
  }

  @Test func seededOrdersAverageToTheExpectedValue() throws {
    let metrics = try metrics(Self.closed)
    let sample = Self.sample(7, items: 8)
    let draws = 3000
    var (sums, squares) = (metrics.map { _ in 0.0 }, metrics.map { _ in 0.0 })
    for seed in 0..<draws {
      let report = try report(sample, metrics, .seeded, seed: UInt64(seed))
      for (place, metric) in metrics.enumerated() {
        sums[place] += report[metric]
        squares[place] += report[metric] * report[metric]
      }
    }
    let expected = try report(sample, metrics, .expected)
    for (place, metric) in metrics.enumerated() {
      let mean = sums[place] / Double(draws)
      let deviation = max(0, squares[place] / Double(draws) - mean * mean).squareRoot()
      #expect(
        abs(mean - expected[metric]) <= 4.5 * deviation / Double(draws).squareRoot() + 1e-9,
        "\(metric): \(mean), not \(expected[metric])")
    }
  }

  /// The whole ranking is the list that is as long as there are items.
  @Test(arguments: [TieOrder.seeded, .expected])
  func listsAndRanksAgree(_ ties: TieOrder) throws {
    let sample = Self.sample(8, items: 20, levels: 3)
    let pairs = [("mrr", "mrr@20"), ("map", "map@20")]
    for (whole, list) in pairs {
      for names in [[whole, list], ["auc", whole, list]] {
        let report = try report(sample, metrics(names), ties, seed: 11)
        let values = try metrics([whole, list]).map { report.perUser[$0] ?? [] }
        for (a, b) in zip(values[0], values[1]) { #expect(abs(a - b) < 1e-12) }
      }
    }
  }

  /// A draw is of the seed and the user: neither other metrics nor other users move it.
  @Test func drawsFollowFromSeedAndUser() throws {
    let sample = Self.sample(8, items: 20, levels: 3)
    let (few, many) = (
      try metrics(["ndcg@3"]), try metrics(["ndcg@3", "ndcg@12", "map", "coverage@3"])
    )
    let alone = try report(sample, few, .seeded, seed: 1)
    let together = try report(sample, many, .seeded, seed: 1)
    #expect(alone.perUser[few[0]] == together.perUser[few[0]])
    #expect(try report(sample, few, .seeded, seed: 1) == alone)
    #expect(try report(sample, few, .seeded, seed: 2) != alone)
  }

  /// What a list is made of has no mean over orders: it is that of the drawn order.
  @Test func whatHasNoClosedFormIsDrawn() throws {
    let sample = Self.sample(8, items: 20, levels: 3)
    let metrics = try metrics(Self.drawn)
    let seeded = try report(sample, metrics, .seeded, seed: 6)
    let expected = try report(sample, metrics, .expected, seed: 6)
    for metric in metrics { #expect(seeded[metric] == expected[metric]) }
    #expect(try report(sample, metrics, .id)[metrics[0]] != seeded[metrics[0]])
    // Beside them, the others are means all the same.
    let hits = try self.metrics(["ndcg@3", "popularity@3"])
    let both = try report(sample, hits + metrics, .expected, seed: 6)
    let alone = try report(sample, hits, .expected, seed: 6)
    for metric in hits { #expect(abs(both[metric] - alone[metric]) < 1e-12) }
  }

  /// A drawn order is even: each of 400 equal items is among the 10 first as often as any other.
  @Test func keysAreEven() {
    var counts = [Int](repeating: 0, count: 400)
    for user in 0..<4000 {
      let keys = TieKeys(seed: 1, user: user)
      let all = (0..<Int32(400)).map { $0 }
      let first = keys.first(10, of: all)
      if user < 20 {
        var sorted = all
        keys.sort(&sorted)
        #expect(first == Array(sorted.prefix(10)))
        #expect(keys.places(of: [sorted[7], sorted[399], sorted[0]], among: all) == [0, 7, 399])
      }
      for item in first { counts[Int(item)] += 1 }
    }
    // 100 each; χ² of 399 degrees of freedom has mean 399 and deviation 28.
    let square = counts.reduce(0) { $0 + ($1 - 100) * ($1 - 100) } / 100
    #expect(square > 280 && square < 530)
  }
}
