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

  /// Fills in the rank of the best placed of the `heldOut` items.
  func rankBest(of heldOut: ArraySlice<Int32>, into ranking: inout UserRanking) {
    ranking.ranks.removeAll(keepingCapacity: true)
    guard var best = heldOut.first else { return }
    for item in heldOut where scores[Int(item)] > scores[Int(best)] { best = item }
    ranking.ranks.append(place(of: best, maskedScores: gather(masked)).rank)
  }

  /// Fills in where each of the `heldOut` items stands among all candidates.
  func rankAll(_ heldOut: ArraySlice<Int32>, into ranking: inout UserRanking) {
    let neverSeen = itemCount - masked.count - heldOut.count
    let (maskedScores, heldOutScores) = (gather(masked), gather(heldOut))
    ranking.ranks.removeAll(keepingCapacity: true)
    ranking.pairs = .init(count: heldOut.count * neverSeen)
    for (item, score) in zip(heldOut, heldOutScores) {
      let (rank, candidates) = place(of: item, maskedScores: maskedScores)
      ranking.ranks.append(rank)
      // Pairs are with never-seen items only: take the held-out ones out, itself among them.
      let rivals = candidates - Self.count(heldOutScores[...], against: score)
      ranking.pairs.won += neverSeen - rivals.atLeast
      ranking.pairs.tied += rivals.atLeast - rivals.above
    }
    ranking.ranks.sort()
  }

  /// How many scores are higher than a given one, and how many at least as high.
  private struct Counts {
    var above: Int
    var atLeast: Int

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
