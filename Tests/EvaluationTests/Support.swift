import Basics
import Datasets

@testable import Evaluation

/// A small evaluation with many ties, users without held-out items, and users of all sizes.
struct Sample {
  let users: Int
  let items: Int
  let scores: [[Float]]
  let masked: Interactions
  let heldOut: Interactions

  init(seed: UInt64, users: Int = 40, items: Int = 25, levels: Int = 6) {
    var random = Random(seed: seed, stream: "sample")
    var (masked, heldOut): ([(Int, Int)], [(Int, Int)]) = ([], [])
    for user in 0..<users {
      let share = random.uniform()
      for item in 0..<items {
        let draw = random.uniform()
        if draw < share * 0.5 {
          masked.append((user, item))
        } else if draw < share * 0.7 {
          heldOut.append((user, item))
        }
      }
    }
    scores = (0..<users).map { _ in (0..<items).map { _ in Float(random.below(levels)) - 2 } }
    (self.users, self.items) = (users, items)
    self.masked = interactions(users, items, masked)
    self.heldOut = interactions(users, items, heldOut)
  }

  /// 0 to 3, unlike within a user.
  var ratings: HeldOutRatings {
    HeldOutRatings(
      of: heldOut,
      events: heldOut.pairs.map { user, item in
        Event(user: user, item: item, rating: Double((Int(user) * 7 + Int(item) * 3) % 4))
      })
  }

  func evaluate(
    _ metrics: [Metric], catalogue: Catalogue? = nil, blockSize: Int = 256
  ) throws -> EvaluationReport {
    try evaluator(metrics, catalogue: catalogue)
      .evaluate(blockSize: blockSize, scores: fill(from: scores))
  }

  func evaluator(_ metrics: [Metric], catalogue: Catalogue? = nil) throws -> Evaluator {
    try Evaluator(
      metrics: metrics, masked: masked, heldOut: heldOut, catalogue: catalogue, ratings: ratings)
  }

  /// The candidates of a user, best first, by sorting.
  func ranked(_ user: Int) -> [Int] {
    (0..<items).filter { !masked.contains(user: user, item: $0) }
      .sorted(by: precedes(scores[user]))
  }
}

/// Whether one item ranks before another: higher score, then lower id.
func precedes(_ scores: [Float]) -> (Int, Int) -> Bool {
  { a, b in scores[a] == scores[b] ? a < b : scores[a] > scores[b] }
}

/// Interactions from (user, item) pairs.
func interactions(_ users: Int, _ items: Int, _ pairs: [(Int, Int)]) -> Interactions {
  Interactions(users: users, items: items, pairs: pairs.map { (Int32($0.0), Int32($0.1)) })
}

/// Scores copied from a table, a row a user.
func fill(
  from table: [[Float]]
) -> (Range<Int>, UnsafeMutableBufferPointer<Float>) -> Void {
  { users, block in
    var position = 0
    for user in users {
      for score in table[user] {
        block[position] = score
        position += 1
      }
    }
  }
}

/// A ranking of which only the parts that a metric reads are filled in.
func ranking(
  hits: [Int], of heldOut: Int, top: Int = 10, ranks: [Int] = [],
  pairs: UserRanking.Pairs = .init()
) -> UserRanking {
  UserRanking(
    top: (0..<Int32(top)).map { $0 }, hits: hits, heldOutCount: heldOut, candidateCount: 50,
    ranks: ranks, pairs: pairs)
}

/// The value of a metric for one ranking.
func worth(_ name: String, _ ranking: UserRanking) throws -> Double? {
  var tally = try Metric(name).tally(over: Catalogue(popularity: Array(repeating: 0, count: 50)))
  return tally.add(ranking)
}
