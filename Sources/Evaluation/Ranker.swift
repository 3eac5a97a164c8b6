import Datasets

/// Turns one row of scores after another into a `UserRanking`, as deep as the metrics need,
/// reusing its storage.
struct Ranker {
  private(set) var ranking = UserRanking(top: [], hits: [], heldOutCount: 0, candidateCount: 0)

  private let masked: Interactions
  private let heldOut: Interactions
  private let ranksNeeded: RanksNeeded
  private var selection: TopSelection
  /// The user that last held out each item, so that membership is one look-up and nothing is cleared.
  private var holder: [Int]

  init(metrics: [Metric], masked: Interactions, heldOut: Interactions) {
    self.masked = masked
    self.heldOut = heldOut
    ranksNeeded = metrics.map(\.ranksNeeded).max() ?? .none
    let depth = metrics.compactMap(\.cutoff).max() ?? 0
    selection = TopSelection(capacity: min(depth, heldOut.items))
    holder = Array(repeating: -1, count: heldOut.items)
  }

  /// Ranks the items for `user`; returns the first item whose score is NaN, if there is one.
  mutating func rank(_ user: Int, by scores: UnsafePointer<Float>) -> Int? {
    let row = ScoreRow(scores: scores, itemCount: heldOut.items, masked: masked[user])
    if let item = row.firstNaN() { return item }

    let relevant = heldOut[user]
    ranking.user = user
    ranking.heldOutCount = relevant.count
    ranking.candidateCount = row.itemCount - row.masked.count
    selection.removeAll()
    selection.offer(scores, count: row.itemCount, masked: row.masked)
    selection.sort(into: &ranking.top)

    for item in relevant { holder[Int(item)] = user }
    ranking.hits.removeAll(keepingCapacity: true)
    for (position, item) in ranking.top.enumerated() where holder[Int(item)] == user {
      ranking.hits.append(position + 1)
    }
    switch ranksNeeded {
    case .none: break
    case .first: row.rankBest(of: relevant, into: &ranking)
    case .all: row.rankAll(relevant, into: &ranking)
    }
    return nil
  }
}
