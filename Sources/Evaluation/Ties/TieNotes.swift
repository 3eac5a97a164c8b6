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

  /// Puts equal items of `top` into the drawn order, those of `others` among them.
  mutating func drawOrder(by keys: TieKeys, scores: UnsafePointer<Float>) {
    var start = 0
    while start < top.count {
      let end = endOfRun(from: start, by: scores)
      if end == top.count, !others.isEmpty {
        let all = top[start...] + others
        let drawn = keys.first(end - start, of: Array(all))
        top.replaceSubrange(start..., with: drawn)
        let listed = Set(drawn)
        others = all.filter { !listed.contains($0) }
      } else if end > start + 1 {
        keys.sort(&top[start..<end])
      }
      start = end
    }
  }

  /// Where the items of `top` end that are equal to the one at `start`.
  private func endOfRun(from start: Int, by scores: UnsafePointer<Float>) -> Int {
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
