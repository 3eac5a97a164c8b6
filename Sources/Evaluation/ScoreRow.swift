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

  /// Fills in where each of the `heldOut` items stands among all candidates.
  ///
  /// The rank of a held-out item is one more than the number of candidates that beat it, so nothing
  /// is sorted: the cost is |T| vectorised passes over the row, about that of scoring it.
  func rank(_ heldOut: ArraySlice<Int32>, into ranking: inout UserRanking) {
    ranking.ranks.removeAll(keepingCapacity: true)
    ranking.pairs = .init(
      count: heldOut.count * (itemCount - masked.count - heldOut.count))
    for item in heldOut {
      let score = scores[Int(item)]
      var (above, level) = count(score, 0..<Int(item))
      let levelBefore = level
      let after = count(score, Int(item) + 1..<itemCount)
      var rank = 1 + above + levelBefore + after.above
      above += after.above
      level += after.level
      for other in masked {
        let rival = scores[Int(other)]
        if rival > score { above -= 1 }
        if rival == score { level -= 1 }
        if rival > score || (rival == score && other < item) { rank -= 1 }
      }
      ranking.ranks.append(rank)

      // Pairs are with never-seen items only: take the other held-out ones out.
      for other in heldOut where other != item {
        let rival = scores[Int(other)]
        if rival > score { above -= 1 }
        if rival == score { level -= 1 }
      }
      ranking.pairs.won += itemCount - masked.count - heldOut.count - above - level
      ranking.pairs.tied += level
    }
    ranking.ranks.sort()
  }

  /// How many of a range of items, masked or not, score higher than `score`, and how many the same.
  @inline(__always)
  private func count(_ score: Float, _ range: Range<Int>) -> (above: Int, level: Int) {
    var (above, level): (Int32, Int32) = (0, 0)
    // A plain counter: the overflow checks of a `for` over the range would keep it from vectorising.
    var item = range.lowerBound
    while item < range.upperBound {
      above &+= scores[item] > score ? 1 : 0
      level &+= scores[item] == score ? 1 : 0
      item &+= 1
    }
    return (Int(above), Int(level))
  }
}
