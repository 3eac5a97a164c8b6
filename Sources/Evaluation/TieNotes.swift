extension UserRanking {
  /// Fills in `groups` from the sorted `top`.
  ///
  /// - Parameters:
  ///   - scores: Of all items.
  ///   - more: How many candidates behind `top` have the score of its last.
  ///   - heldOutMore: How many of these are held out.
  mutating func noteGroups(
    by scores: UnsafePointer<Float>, more: Int = 0, heldOutMore: Int = 0
  ) {
    groups.removeAll(keepingCapacity: true)
    guard more > 0 || hasEqual(by: scores) else { return }
    var (start, hit) = (0, 0)
    while start < top.count {
      let end = endOfRun(from: start, by: scores)
      var group = TieGroup(first: start + 1, size: end - start, heldOut: 0)
      while hit < hits.count, hits[hit] <= end {
        group.heldOut += 1
        hit += 1
      }
      if end == top.count {
        group.size += more
        group.heldOut += heldOutMore
      }
      if group.size > 1 || group.heldOut > 0 { groups.append(group) }
      start = end
    }
  }

  /// Where the items of `top` end that are equal to the one at `start`.
  func endOfRun(from start: Int, by scores: UnsafePointer<Float>) -> Int {
    let score = scores[Int(top[start])]
    var end = start + 1
    while end < top.count, scores[Int(top[end])] == score { end += 1 }
    return end
  }

  /// Whether two items of `top` are equal.
  private func hasEqual(by scores: UnsafePointer<Float>) -> Bool {
    guard var before = top.first.map({ scores[Int($0)] }) else { return false }
    for item in top.dropFirst() {
      let score = scores[Int(item)]
      if score == before { return true }
      before = score
    }
    return false
  }
}
