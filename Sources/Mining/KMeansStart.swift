import Basics

/// Where K-means begins.
package enum KMeansStart: String, CaseIterable, Sendable {
  /// k of the points, each set of k equally likely (Forgy 1965).
  case random
  /// A first point at random, each further one with a probability in proportion to its squared
  /// distance to the nearest of those before (Arthur & Vassilvitskii 2007, without the greedy trials
  /// that scikit-learn adds). Where all distances are 0, every point is equally likely.
  case kMeansPlusPlus = "k-means++"

  /// k rows of the points; k must be from 1 to their number.
  package func centres(_ k: Int, of points: Points, _ random: inout Random) -> Points {
    precondition((1...max(1, points.count)).contains(k), "there are fewer points than centres")
    switch self {
    case .random:
      var order = Array(0..<points.count)
      for place in 0..<k { order.swapAt(place, place + random.below(points.count - place)) }
      return points.taking(Array(order.prefix(k)))
    case .kMeansPlusPlus:
      var chosen = [random.below(points.count)]
      var nearest = [Double](repeating: .infinity, count: points.count)
      while chosen.count < k {
        let last = chosen[chosen.count - 1]
        for row in 0..<points.count {
          nearest[row] = min(nearest[row], points.squaredDistance(row, to: points, last))
        }
        chosen.append(Self.draw(nearest, &random))
      }
      return points.taking(chosen)
    }
  }

  /// A place with a probability in proportion to its weight.
  private static func draw(_ weights: [Double], _ random: inout Random) -> Int {
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else { return random.below(weights.count) }
    var rest = random.uniformDouble() * sum
    for (place, weight) in weights.enumerated() where weight > 0 {
      rest -= weight
      if rest < 0 { return place }
    }
    // What rounding left over belongs to the last.
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}
