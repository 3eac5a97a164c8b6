/// One user's scores of all items, and the items that must not be recommended to them.
///
/// Masked items are stepped over, not lowered to −∞: a model may score an item −∞ itself.
struct ScoreRow {
  let scores: UnsafePointer<Float>
  let itemCount: Int
  /// Ascending ids.
  let masked: ArraySlice<Int32>

  /// Calls `body` with each run of items that are not masked, in ascending order.
  @inline(__always)
  func forEachCandidateRange(_ body: (Range<Int>) -> Void) {
    var start = 0
    for item in masked {
      if start < Int(item) { body(start..<Int(item)) }
      start = Int(item) + 1
    }
    if start < itemCount { body(start..<itemCount) }
  }

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
      var above = count(score, 0..<itemCount) { $0 > $1 }
      var tiedBefore = count(score, 0..<Int(item)) { $0 == $1 }
      var tied = tiedBefore + count(score, Int(item) + 1..<itemCount) { $0 == $1 }
      for other in masked {
        let rival = scores[Int(other)]
        if rival > score { above -= 1 }
        if rival == score {
          tied -= 1
          if other < item { tiedBefore -= 1 }
        }
      }
      ranking.ranks.append(above + tiedBefore + 1)

      // Pairs are with never-seen items only: take the other held-out ones out.
      for other in heldOut where other != item {
        let rival = scores[Int(other)]
        if rival > score { above -= 1 }
        if rival == score { tied -= 1 }
      }
      ranking.pairs.won += itemCount - masked.count - heldOut.count - above - tied
      ranking.pairs.tied += tied
    }
    ranking.ranks.sort()
  }

  @inline(__always)
  private func count(
    _ score: Float, _ range: Range<Int>, where matches: (Float, Float) -> Bool
  ) -> Int {
    var total: Int32 = 0
    for item in range { total &+= matches(scores[item], score) ? 1 : 0 }
    return Int(total)
  }
}
