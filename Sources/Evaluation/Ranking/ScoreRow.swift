/// One user's scores of all items, and the items that must not be recommended to them.
///
/// Masked items are stepped over, not lowered to −∞: a model may score an item −∞ itself.
struct ScoreRow {
  let scores: UnsafePointer<Float>
  let itemCount: Int
  /// Ascending ids.
  let masked: ArraySlice<Int32>

  /// The first item whose score is not a number, `nil` when all are.
  func firstNaN() -> Int? {
    // The sign bit of ∞ − |x|, both read as integers, is set exactly for NaN; or-ing whole rows is
    // a loop that vectorises, where a comparison with early exit is not.
    var signs: Int32 = 0
    for item in 0..<itemCount {
      signs |= 0x7F80_0000 &- Int32(bitPattern: scores[item].bitPattern & 0x7FFF_FFFF)
    }
    return signs >= 0 ? nil : (0..<itemCount).first { scores[$0].isNaN }
  }

  /// Fills in the rank of the best placed of the `heldOut` items, equal ones by ascending id, and
  /// its group.
  func rankBest(of heldOut: ArraySlice<Int32>, into ranking: inout UserRanking) {
    ranking.ranks.removeAll(keepingCapacity: true)
    ranking.rankGroups.removeAll(keepingCapacity: true)
    guard var best = heldOut.first else { return }
    for item in heldOut where scores[Int(item)] > scores[Int(best)] { best = item }
    let (rank, candidates) = place(of: best, maskedScores: gather(masked))
    ranking.ranks.append(rank)
    let score = scores[Int(best)]
    let equal = candidates.atLeast == candidates.above + 1
    let alike = equal ? 1 : heldOut.count { scores[Int($0)] == score }
    note([candidates.group(heldOut: alike)], in: &ranking)
  }

  /// Fills in where each of the `heldOut` items stands among all candidates, equal ones by
  /// ascending id, and their groups.
  func rankAll(_ heldOut: ArraySlice<Int32>, into ranking: inout UserRanking) {
    let neverSeen = itemCount - masked.count - heldOut.count
    let (maskedScores, heldOutScores) = (gather(masked), gather(heldOut))
    ranking.ranks.removeAll(keepingCapacity: true)
    ranking.rankGroups.removeAll(keepingCapacity: true)
    ranking.pairs = .init(count: heldOut.count * neverSeen)
    var groups: [TieGroup] = []
    for (item, score) in zip(heldOut, heldOutScores) {
      let (rank, candidates) = place(of: item, maskedScores: maskedScores)
      ranking.ranks.append(rank)
      // Pairs are with never-seen items only: take the held-out ones out, itself among them.
      let alike = Self.count(heldOutScores[...], against: score)
      let rivals = candidates - alike
      ranking.pairs.won += neverSeen - rivals.atLeast
      ranking.pairs.tied += rivals.atLeast - rivals.above
      groups.append(candidates.group(heldOut: alike.atLeast - alike.above))
    }
    ranking.ranks.sort()
    note(groups, in: &ranking)
  }

  /// Keeps groups, each once, unless none is mixed.
  private func note(_ groups: [TieGroup], in ranking: inout UserRanking) {
    guard groups.contains(where: \.isMixed) else { return }
    for group in groups.sorted(by: { $0.first < $1.first }) where group != ranking.rankGroups.last {
      ranking.rankGroups.append(group)
    }
  }

  /// Replaces the ranks of `heldOut` items, of which `ranking` has the groups, by those that they
  /// have where equal candidates are in a drawn order; of a single group, by the best of them.
  func drawRanks(
    of heldOut: ArraySlice<Int32>, by keys: TieKeys, into ranking: inout UserRanking
  ) {
    let count = ranking.ranks.count
    ranking.ranks.removeAll(keepingCapacity: true)
    var left = heldOut.sorted { scores[Int($0)] > scores[Int($1)] }[...]
    for group in ranking.rankGroups {
      let held = left.prefix(group.heldOut)
      left = left.dropFirst(group.heldOut)
      guard let score = held.first.map({ scores[Int($0)] }) else { continue }
      guard group.isMixed else {
        ranking.ranks += group.first...group.last
        continue
      }
      let places = keys.places(of: held, among: items(equalTo: score))
      ranking.ranks += places.map { group.first + $0 }
    }
    ranking.ranks.removeLast(max(0, ranking.ranks.count - count))
  }

  /// How many candidates have a score; where no more than `least` items have, masked ones and all,
  /// that many are said to.
  func count(equalTo score: Float, ifMoreThan least: Int) -> Int {
    var count: Int32 = 0
    var item = 0
    while item < itemCount {
      count &+= scores[item] == score ? 1 : 0
      item &+= 1
    }
    guard Int(count) > least else { return least }
    return Int(count) - masked.count { scores[Int($0)] == score }
  }

  /// The candidates that have a score, but some of them.
  func items(equalTo score: Float, but some: Set<Int32> = []) -> [Int32] {
    var rest = masked[...]
    var found: [Int32] = []
    for item in 0..<itemCount where scores[item] == score {
      while let first = rest.first, Int(first) < item { rest.removeFirst() }
      let isMasked = rest.first == Int32(item)
      if !isMasked, !some.contains(Int32(item)) { found.append(Int32(item)) }
    }
    return found
  }

  /// How many scores are higher than a given one, and how many at least as high.
  private struct Counts {
    var above: Int
    var atLeast: Int

    /// Those as high, as a group of candidates with so many held-out ones.
    func group(heldOut: Int) -> TieGroup {
      TieGroup(first: above + 1, size: atLeast - above, heldOut: heldOut)
    }

    static func + (a: Counts, b: Counts) -> Counts {
      Counts(above: a.above + b.above, atLeast: a.atLeast + b.atLeast)
    }

    static func - (a: Counts, b: Counts) -> Counts {
      Counts(above: a.above - b.above, atLeast: a.atLeast - b.atLeast)
    }
  }

  /// The rank of a candidate, one more than the number of candidates that beat it, so nothing is
  /// sorted; and how the scores of all candidates, its own among them, compare with its own.
  ///
  /// One vectorised pass over the row, less than scoring it costs most models.
  private func place(of item: Int32, maskedScores: [Float]) -> (rank: Int, candidates: Counts) {
    let score = scores[Int(item)]
    let row = UnsafeBufferPointer(start: scores, count: itemCount)
    let split = masked.firstIndex { $0 > item }.map { $0 - masked.startIndex } ?? masked.count
    // An equal score wins by the lower id, so it counts before the item and not after it.
    let before =
      Self.count(row[..<Int(item)], against: score)
      - Self.count(maskedScores[..<split], against: score)
    let after =
      Self.count(row[Int(item)...], against: score)
      - Self.count(maskedScores[split...], against: score)
    return (1 + before.atLeast + after.above, before + after)
  }

  /// The scores of some items, side by side.
  private func gather(_ items: ArraySlice<Int32>) -> [Float] { items.map { scores[Int($0)] } }

  /// Compares each of `scores` with `score`.
  private static func count(
    _ scores: some RandomAccessCollection<Float>, against score: Float
  ) -> Counts {
    var (above, atLeast): (Int32, Int32) = (0, 0)
    _ = scores.withContiguousStorageIfAvailable { scores in
      // A plain counter: the overflow checks of a `for` loop would keep it from vectorising.
      var place = 0
      while place < scores.count {
        above &+= scores[place] > score ? 1 : 0
        atLeast &+= scores[place] >= score ? 1 : 0
        place &+= 1
      }
    }
    return Counts(above: Int(above), atLeast: Int(atLeast))
  }
}
