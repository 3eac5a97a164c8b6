/// What the mean of F1@N over several lengths N of a list can come to, where all are measured on one
/// test set.
///
/// F1 is linear in the shares of users, so that the best is the same |T| for all; only the ratio of
/// the longest to the shortest list matters.
struct F1Lengths {
  /// How many lengths there are, at equal distances.
  let count: Int

  /// The most that F1@N can be with this many held-out items.
  static func bound(_ length: Double, _ heldOut: Double) -> Double {
    2 * min(length, heldOut) / (length + heldOut)
  }

  /// The most that the mean can be where the longest list is `ratio` times the shortest.
  func greatestMean(ratio: Double) -> Double {
    let lengths = (0..<count).map { 1 + (ratio - 1) * Double($0) / Double(max(1, count - 1)) }
    // Between two lengths the sum has no more than one top; the lengths are among the steps.
    let steps = 240 * max(1, count - 1)
    return (0...steps).reduce(0) { most, step in
      let heldOut = 1 + (ratio - 1) * Double(step) / Double(steps)
      let sum = lengths.reduce(0) { $0 + Self.bound($1, heldOut) }
      return max(most, sum / Double(count))
    }
  }

  /// The greatest ratio of the longest to the shortest list with which the mean can be `mean`, less
  /// than 1.
  func greatestRatio(mean: Double) -> Double {
    var (low, high) = (1.0, 2.0)
    while greatestMean(ratio: high) > mean, high < 1e6 { high *= 2 }
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if greatestMean(ratio: middle) >= mean { low = middle } else { high = middle }
    }
    return low
  }
}
