import Datasets

/// Which items can be ranked for a user, apart from those that are masked.
package enum Candidates: Sendable {
  /// Every item.
  case all
  /// These, ascending, for everybody.
  case shared([Int32])
  /// Each user's own.
  case own(Interactions)

  /// What is not ranked for a user, ascending: masked items, and those that are no candidates.
  func skipped(_ user: Int, masked: ArraySlice<Int32>, of items: Int) -> ArraySlice<Int32> {
    var candidates: ArraySlice<Int32>
    switch self {
    case .all: return masked
    case .shared(let items): candidates = items[...]
    case .own(let items): candidates = items[user]
    }
    var (masked, skipped) = (masked, [Int32]())
    skipped.reserveCapacity(items)
    for item in 0..<Int32(items) {
      let isCandidate = candidates.first == item
      if isCandidate { candidates.removeFirst() }
      let isMasked = masked.first == item
      if isMasked { masked.removeFirst() }
      if isMasked || !isCandidate { skipped.append(item) }
    }
    return skipped[...]
  }

  /// Whether an item can be ranked for a user.
  func contains(_ user: Int, _ item: Int32) -> Bool {
    switch self {
    case .all: true
    case .shared(let items): Self.contains(items, item)
    case .own(let items): items.contains(user: user, item: Int(item))
    }
  }

  private static func contains(_ items: [Int32], _ item: Int32) -> Bool {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == item
  }
}
