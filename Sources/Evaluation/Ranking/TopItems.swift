/// The `count` best of a user's items: highest score first, equal scores as `ties` says.
///
/// - Parameters:
///   - scores: One score for every item, higher is better.
///   - masked: Ids, ascending, of items that must not be recommended.
///   - count: How many items to return; fewer come back when fewer are left.
///   - ties: By ascending item id, or in a drawn order; a list can be no mean over orders.
///   - drawnFrom: The seed and the user that a drawn order follows from.
/// - Returns: Items with their scores, best first. An item without a score (NaN) is left out.
package func topItems(
  scores: [Float], masked: ArraySlice<Int32> = [], count: Int, ties: TieOrder = .id,
  drawnFrom: (seed: UInt64, user: Int) = (0, 0)
) -> [(item: Int, score: Float)] {
  var selection = TopSelection(capacity: min(max(0, count), scores.count))
  let unscored = scores.indices.filter { scores[$0].isNaN }.map { Int32($0) }
  let skipped = unscored.isEmpty ? masked : ArraySlice((unscored + masked).sorted())
  return scores.withUnsafeBufferPointer { buffer in
    guard let row = buffer.baseAddress else { return [] }
    selection.offer(row, count: scores.count, masked: skipped)
    guard ties != .id else { return selection.sorted() }
    var list = UserRanking(top: [], hits: [], heldOutCount: 0, candidateCount: 0)
    selection.sort(into: &list.top)
    let whole = ScoreRow(scores: row, itemCount: scores.count, masked: skipped)
    if let last = list.top.last {
      list.others = whole.items(equalTo: row[Int(last)], but: Set(list.top))
    }
    list.drawOrder(by: TieKeys(seed: drawnFrom.seed, user: drawnFrom.user), scores: row)
    return list.top.map { (Int($0), row[Int($0)]) }
  }
}
