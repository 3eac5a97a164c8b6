/// The `count` best of a user's items: highest score first, equal scores by ascending item id.
///
/// - Parameters:
///   - scores: One score for every item, higher is better.
///   - masked: Ids, ascending, of items that must not be recommended.
///   - count: How many items to return; fewer come back when fewer are left.
/// - Returns: Items with their scores, best first. An item without a score (NaN) is left out.
public func topItems(
  scores: [Float], masked: ArraySlice<Int32> = [], count: Int
) -> [(item: Int, score: Float)] {
  var selection = TopSelection(capacity: max(0, count))
  scores.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return }
    let row = ScoreRow(scores: base, itemCount: scores.count, masked: masked)
    let hasNaN = row.firstNaN() != nil
    row.forEachCandidateRange { range in
      if hasNaN {
        for item in range where !scores[item].isNaN { selection.offer(base, item..<item + 1) }
      } else {
        selection.offer(base, range)
      }
    }
  }
  return selection.sorted()
}
