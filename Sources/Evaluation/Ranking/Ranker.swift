import Datasets

/// Turns one row of scores after another into a `UserRanking`, as deep as the metrics need,
/// reusing its storage.
struct Ranker {
  private(set) var ranking = UserRanking(top: [], hits: [], heldOutCount: 0, candidateCount: 0)

  private let masked: Interactions
  private let candidates: Candidates
  private let heldOut: Interactions
  private let ranksNeeded: RanksNeeded
  private let itemsNeeded: [ItemsNeeded]
  private let ratings: HeldOutRatings?
  private let ties: TieOrder
  private let seed: UInt64
  private var selection: TopSelection
  /// The user that last held out each item, so that membership is one look-up and nothing is
  /// cleared.
  private var holder: [Int]

  init(
    metrics: [Metric], masked: Interactions, heldOut: Interactions, candidates: Candidates = .all,
    ratings: HeldOutRatings? = nil, ties: TieOrder = .id, seed: UInt64 = 0
  ) {
    (self.masked, self.candidates) = (masked, candidates)
    self.ratings = metrics.contains { $0.graded != nil } ? ratings : nil
    self.heldOut = heldOut
    ranksNeeded = metrics.map(\.ranksNeeded).max() ?? .none
    itemsNeeded = metrics.map(\.itemsNeeded)
    (self.ties, self.seed) = (ties, seed)
    ranking.isAveraged = ties == .expected
    let depth = metrics.compactMap(\.cutoff).max() ?? 0
    selection = TopSelection(capacity: min(depth, heldOut.items))
    holder = Array(repeating: -1, count: heldOut.items)
  }

  /// Ranks the items for `user`; returns the first item whose score is NaN, if there is one.
  mutating func rank(_ user: Int, by scores: UnsafePointer<Float>) -> Int? {
    let skipped = candidates.skipped(user, masked: masked[user], of: heldOut.items)
    let row = ScoreRow(scores: scores, itemCount: heldOut.items, masked: skipped)
    if let item = row.firstNaN() { return item }

    let relevant = heldOut[user]
    ranking.user = user
    ranking.heldOutCount = relevant.count
    ranking.candidateCount = row.itemCount - row.masked.count
    selection.removeAll()
    selection.offer(scores, count: row.itemCount, masked: row.masked)
    selection.sort(into: &ranking.top)

    for item in relevant { holder[Int(item)] = user }
    findHits()
    settleTies(row, relevant)
    ratings?.note(in: &ranking, by: scores)
    switch ranksNeeded {
    case .none: break
    case .first: row.rankBest(of: relevant, into: &ranking)
    case .all: row.rankAll(relevant, into: &ranking)
    }
    if ties == .seeded, !ranking.rankGroups.isEmpty {
      row.drawRanks(of: relevant, by: TieKeys(seed: seed, user: user), into: &ranking)
    }
    return nil
  }

  private mutating func findHits() {
    ranking.hits.removeAll(keepingCapacity: true)
    for (position, item) in ranking.top.enumerated() where holder[Int(item)] == ranking.user {
      ranking.hits.append(position + 1)
    }
  }

  /// Notes the groups of equal candidates, and puts the list into the drawn order where that is
  /// asked for.
  private mutating func settleTies(_ row: ScoreRow, _ relevant: ArraySlice<Int32>) {
    ranking.others.removeAll(keepingCapacity: true)
    guard let last = ranking.top.last.map({ row.scores[Int($0)] }) else {
      ranking.groups.removeAll(keepingCapacity: true)
      return
    }
    let listed = ranking.top.reversed().prefix { row.scores[Int($0)] == last }.count
    let isWhole = ranking.top.count == ranking.candidateCount
    let more = isWhole ? 0 : row.count(equalTo: last, ifMoreThan: listed) - listed
    var heldOutMore = 0
    if more > 0 {
      let inside = ranking.top.suffix(listed).count { holder[Int($0)] == ranking.user }
      heldOutMore = relevant.count { row.scores[Int($0)] == last } - inside
    }
    ranking.noteGroups(by: row.scores, more: more, heldOutMore: heldOutMore)
    let isDrawn =
      ties == .seeded || ties == .expected && itemsNeeded.contains { $0 == .list }
    guard ties != .id, !ranking.groups.isEmpty else { return }
    if more > 0, isDrawn || itemsNeeded.contains(where: { $0 == .sums }) {
      ranking.others = row.items(equalTo: last, but: Set(ranking.top.suffix(listed)))
    }
    guard isDrawn else { return }
    ranking.drawOrder(by: TieKeys(seed: seed, user: ranking.user), scores: row.scores)
    findHits()
  }
}
