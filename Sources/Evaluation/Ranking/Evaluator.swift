import Basics
import Datasets

/// Ranks all items for every user with held-out items, and measures the rankings.
///
/// - Every item is a candidate but the user's masked ones, unless fewer are named or a metric asks
///   for drawn ones, which `SampledRanker` ranks.
/// - Equal scores rank as `ties` says, so the result depends on nothing but the scores and a seed.
/// - Users without held-out items are not ranked; the report says how many there were.
/// - Scores are asked for in blocks of users, so memory does not grow with their number.
/// - Users are added up in ascending order, so results are the same bits every time.
///
/// Cost: one pass over a user's scores; `mrr` without cut-off adds one, `map` without cut-off and
/// `auc` add one per held-out item. Lists without ties cost the same whatever their order is to be:
/// one more pass, which looks for items equal to the last of the list. Nothing but the list is
/// sorted.
package struct Evaluator: Sendable {
  /// The metrics, in the order of the report.
  package private(set) var metrics: [Metric]
  /// Users with enough held-out items, ascending.
  package let users: [Int]
  /// How many held-out items a user needs.
  package let leastHeldOut: Int

  private let masked: Interactions
  private let candidates: Candidates
  private let heldOut: Interactions
  private let ratings: HeldOutRatings?
  private let catalogue: Catalogue
  private let userIDs: [String]
  private let ties: TieOrder
  private let seed: UInt64

  /// An evaluation of `heldOut` that never ranks `masked`.
  ///
  /// - Parameters:
  ///   - metrics: What to measure; a metric named twice is measured once.
  ///   - masked: What each user must not be recommended, training and validation items as a rule.
  ///   - heldOut: What each user is tested on.
  ///   - candidates: What can be ranked; masked items cannot in any case.
  ///   - ratings: Of what is held out, for metrics that count them.
  ///   - least: How many held-out items a user needs to be tested, at least 1.
  ///   - catalogue: For metrics beyond accuracy; by default popularity is counted from `masked`.
  ///   - userIDs: How error messages name users; by default by row number.
  ///   - ties: How items with equal scores are ordered.
  ///   - seed: What a drawn order of them follows from.
  /// - Throws: `Problem` when the two sides differ in shape or share an interaction, when nobody
  ///   has enough held-out items, when one is no candidate, or when a metric needs a feature that the catalogue lacks or does not
  ///   measure rankings.
  package init(
    metrics: [Metric], masked: Interactions, heldOut: Interactions, catalogue: Catalogue? = nil,
    ratings: HeldOutRatings? = nil, candidates: Candidates = .all, least: Int = 1,
    userIDs: [String] = [], ties: TieOrder = .id,
    seed: UInt64 = 0
  ) throws {
    guard masked.users == heldOut.users, masked.items == heldOut.items else {
      throw Problem.data(
        "masked interactions are \(masked.users) × \(masked.items) users × items, "
          + "held-out ones \(heldOut.users) × \(heldOut.items); they must agree")
    }
    self.catalogue = catalogue ?? Catalogue(seen: masked)
    guard self.catalogue.itemCount == heldOut.items else {
      throw Problem.data(
        "the catalogue has \(self.catalogue.itemCount) items, the interactions \(heldOut.items)")
    }
    var seen: Set<Metric> = []
    self.metrics = metrics.filter { seen.insert($0).inserted }
    self.masked = masked
    (self.heldOut, self.ratings) = (heldOut, ratings)
    self.userIDs = userIDs
    (self.ties, self.seed) = (ties, seed)
    (self.candidates, leastHeldOut) = (candidates, max(1, least))
    users = (0..<heldOut.users).filter { [leastHeldOut] in heldOut[$0].count >= leastHeldOut }
    guard !users.isEmpty else {
      throw Problem.data(
        least > 1
          ? "no user has \(least) held-out items to test on"
          : "no user has a held-out item to test on")
    }
    for user in users {
      if let item = heldOut[user].first(where: { masked.contains(user: user, item: Int($0)) }) {
        throw Problem.data("\(name(user)): item \(item) is both masked and held out")
      }
      if let item = heldOut[user].first(where: { !candidates.contains(user, $0) }) {
        throw Problem.data("\(name(user)): item \(item) is held out and no candidate")
      }
    }
    for metric in self.metrics { _ = try metric.tally(over: self.catalogue) }
    let graded = self.metrics.filter { $0.graded != nil }
    if !graded.isEmpty {
      try (ratings ?? HeldOutRatings(of: heldOut, events: [])).check(graded)
    }
  }

  /// The evaluation of some of the metrics alone.
  package func narrowed(to some: [Metric]) -> Evaluator {
    var narrowed = self
    narrowed.metrics = metrics.filter(some.contains)
    return narrowed
  }

  /// Scores all users in blocks, ranks them and measures the rankings.
  ///
  /// - Parameters:
  ///   - blockSize: Most users to score at once; fewer are when their scores would exceed 64 MiB.
  ///   - scores: Fills in the scores of a range of users for all items, [users, items] row-major,
  ///     higher is better. It is called with ascending ranges.
  /// - Throws: `Problem` naming the user when a score is NaN; whatever `scores` throws.
  package func evaluate(
    blockSize: Int = 256,
    scores: (Range<Int>, UnsafeMutableBufferPointer<Float>) throws -> Void
  ) throws -> EvaluationReport {
    let items = heldOut.items
    let rows = max(1, min(blockSize, Self.mostScores / max(1, items)))
    let block = UnsafeMutableBufferPointer<Float>.allocate(capacity: rows * items)
    block.initialize(repeating: 0)
    defer { block.deallocate() }

    var ranker = Ranker(
      metrics: metrics.filter { $0.among == nil }, masked: masked, heldOut: heldOut,
      candidates: candidates, ratings: ratings, ties: ties, seed: seed)
    var sampled = sampledRankers
    var tallies = try Tallies(metrics, over: catalogue)
    var next = 0
    while next < users.count {
      // Blocks begin at a user to be tested: a stretch of users without held-out items costs
      // nothing.
      let range = users[next]..<min(users[next] + rows, heldOut.users)
      try scores(range, UnsafeMutableBufferPointer(rebasing: block[..<(range.count * items)]))
      while next < users.count, users[next] < range.upperBound {
        let user = users[next]
        let row = block.baseAddress.map { UnsafePointer($0 + (user - range.lowerBound) * items) }
        guard let row else { break }
        if let item = ranker.rank(user, by: row) {
          throw Problem.run("\(name(user)): the score of item \(item) is not a number")
        }
        for place in sampled.indices {
          sampled[place].draw(user)
          sampled[place].rank(by: row)
        }
        tallies.add(ranker.ranking, sampled)
        next += 1
      }
    }
    return report(tallies)
  }

  /// Whether the metrics rank drawn items alone, so that no other scores are needed.
  package var ranksDrawnItemsAlone: Bool { metrics.allSatisfy { $0.among != nil } }

  /// As `evaluate`, where the metrics rank drawn items alone.
  ///
  /// - Parameter scores: Fills in a user's scores of some items, in their order.
  /// - Throws: As `evaluate`.
  package func evaluateDrawn(
    scores: (Int, [Int32], UnsafeMutableBufferPointer<Float>) throws -> Void
  ) throws -> EvaluationReport {
    precondition(ranksDrawnItemsAlone, "a metric ranks all items")
    var row = [Float](repeating: 0, count: heldOut.items)
    var own: [Float] = []
    var sampled = sampledRankers
    var tallies = try Tallies(metrics, over: catalogue)
    for user in users {
      for place in sampled.indices {
        sampled[place].draw(user)
        let items = sampled[place].ranking.top
        own = Array(repeating: 0, count: items.count)
        try own.withUnsafeMutableBufferPointer { try scores(user, items, $0) }
        for (item, score) in zip(items, own) {
          if score.isNaN {
            throw Problem.run("\(name(user)): the score of item \(item) is not a number")
          }
          row[Int(item)] = score
        }
        sampled[place].rank(by: row)
      }
      tallies.add(nil, sampled)
    }
    return report(tallies)
  }

  /// One for each number of drawn items.
  private var sampledRankers: [SampledRanker] {
    let isGraded = metrics.contains { $0.among != nil && $0.graded != nil }
    return Set(metrics.compactMap(\.among)).sorted().map {
      SampledRanker(
        $0, masked: masked, heldOut: heldOut, ratings: isGraded ? ratings : nil, ties: ties,
        seed: seed)
    }
  }

  /// What is not ranked for a user, ascending: masked items, and those that are no candidates.
  package func skipped(_ user: Int) -> ArraySlice<Int32> {
    candidates.skipped(user, masked: masked[user], of: heldOut.items)
  }

  /// The items that a user is tested on, ascending.
  package func heldOut(_ user: Int) -> ArraySlice<Int32> { heldOut[user] }

  /// Tested users of whom masked items are among the candidates that are theirs alone, and how many
  /// items these are.
  package var maskedCandidates: (users: Int, items: Int) {
    guard case .own(let own) = candidates else { return (0, 0) }
    let counts = users.map { user in
      own[user].count { masked.contains(user: user, item: Int($0)) }
    }
    return (counts.count { $0 > 0 }, counts.reduce(0, +))
  }

  private func report(_ tallies: Tallies) -> EvaluationReport {
    EvaluationReport(
      metrics: metrics, values: tallies.values, perUser: tallies.perUser, users: users,
      decidedByTies: tallies.decidedByTies,
      usersWithoutHeldOut: (0..<heldOut.users).count { heldOut[$0].isEmpty })
  }

  /// 64 MiB of scores.
  private static let mostScores = 1 << 24

  private func name(_ user: Int) -> String {
    userIDs.indices.contains(user) ? "user \(userIDs[user])" : "user at row \(user)"
  }
}
