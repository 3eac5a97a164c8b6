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
  var selection = TopSelection(capacity: min(max(0, count), scores.count))
  let unscored = scores.indices.filter { scores[$0].isNaN }.map { Int32($0) }
  let skipped = unscored.isEmpty ? masked : ArraySlice((unscored + masked).sorted())
  scores.withUnsafeBufferPointer { row in
    guard let row = row.baseAddress else { return }
    selection.offer(row, count: scores.count, masked: skipped)
  }
  return selection.sorted()
}
