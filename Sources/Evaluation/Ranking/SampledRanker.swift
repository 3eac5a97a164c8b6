import Basics
import Datasets

/// Ranks a user's held-out items among a few drawn ones, as some papers do, where `Ranker` ranks
/// them among all.
///
/// The drawn items are neither masked nor held out, each at most once, and follow from the user's
/// row alone: every system, seed and look meets the same. Where a user has fewer of them, all are
/// taken. Such a metric does not order systems as the full one does (Krichene & Rendle 2020).
struct SampledRanker {
  private(set) var ranking = UserRanking(top: [], hits: [], heldOutCount: 0, candidateCount: 0)

  /// How many are drawn.
  let size: Int
  private let masked: Interactions
  private let heldOut: Interactions
  private let ratings: HeldOutRatings?
  private let ties: TieOrder
  private let seed: UInt64
  /// The ranking in which each item is no longer to be drawn, by number.
  private var taken: [Int]
  private var number = 0

  init(
    _ size: Int, masked: Interactions, heldOut: Interactions, ratings: HeldOutRatings? = nil,
    ties: TieOrder = .id, seed: UInt64 = 0
  ) {
    self.ratings = ratings
    (self.size, self.masked, self.heldOut) = (size, masked, heldOut)
    (self.ties, self.seed) = (ties, seed)
    ranking.isAveraged = ties == .expected
    taken = Array(repeating: 0, count: heldOut.items)
  }

  /// Draws the candidates of `user`, the held-out items behind the drawn ones: `ranking.top`, to be
  /// ranked.
  mutating func draw(_ user: Int) {
    ranking.user = user
    drawOthers(user)
    ranking.top += heldOut[user]
  }

  /// Ranks the candidates by the scores of all items, of which only those of the candidates are
  /// read; none may be NaN.
  mutating func rank(by scores: UnsafePointer<Float>) {
    let relevant = heldOut[ranking.user]
    ranking.top.sort { a, b in
      let (x, y) = (scores[Int(a)], scores[Int(b)])
      return x == y ? a < b : x > y
    }
    if ties == .seeded { sortTies(by: scores) }
    ranking.scores.removeAll(keepingCapacity: true)
    ranking.scores += ranking.top.lazy.map { scores[Int($0)] }
    ranking.heldOutCount = relevant.count
    ranking.candidateCount = ranking.top.count
    ranking.hits.removeAll(keepingCapacity: true)
    for (place, item) in ranking.top.enumerated() where relevant.contains(item) {
      ranking.hits.append(place + 1)
    }
    ranking.ranks = ranking.hits
    ranking.noteGroups(by: scores)
    ranking.rankGroups = ranking.openGroups ?? []
    ratings?.note(in: &ranking, by: scores)
  }

  /// Puts the equal ones of the sorted candidates into the drawn order.
  private mutating func sortTies(by scores: UnsafePointer<Float>) {
    let hasTies = ranking.top.indices.dropFirst().contains {
      scores[Int(ranking.top[$0])] == scores[Int(ranking.top[$0 - 1])]
    }
    guard hasTies else { return }
    let keys = TieKeys(seed: seed, user: ranking.user)
    ranking.top.sort { a, b in
      let (x, y) = (scores[Int(a)], scores[Int(b)])
      return x == y ? keys.key(a) < keys.key(b) : x > y
    }
  }

  /// Puts the drawn items into `ranking.top`.
  private mutating func drawOthers(_ user: Int) {
    ranking.top.removeAll(keepingCapacity: true)
    number += 1
    for item in masked[user] { taken[Int(item)] = number }
    for item in heldOut[user] { taken[Int(item)] = number }
    let free = heldOut.items - masked[user].count - heldOut[user].count
    var random = Random(seed: UInt64(user), stream: "candidates")
    guard free > 2 * size else {
      // Few are left: rejection would draw the same ones again and again.
      var all = (0..<Int32(heldOut.items)).filter { taken[Int($0)] != number }
      random.shuffle(&all)
      ranking.top += all.prefix(size)
      return
    }
    while ranking.top.count < size {
      let item = random.below(heldOut.items)
      guard taken[item] != number else { continue }
      taken[item] = number
      ranking.top.append(Int32(item))
    }
  }
}
