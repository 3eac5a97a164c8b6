import Foundation

/// The logarithmic discount of (N)DCG, 1 / log₂(rank + 1), with ranks counted from 1
/// (Järvelin & Kekäläinen 2002, base 2; no plateau).
struct Discount: Sendable {
  /// `byRank[r − 1]` is the discount at rank r.
  private let byRank: [Double]
  /// `ideal[r]` is the sum of the discounts at ranks 1…r: the DCG of r hits in a row.
  private let ideal: [Double]

  /// The discounts at ranks 1…`depth`.
  init(depth: Int) {
    byRank = (0..<depth).map { 1 / log2(Double($0 + 2)) }
    var sums = [0.0]
    for discount in byRank { sums.append((sums.last ?? 0) + discount) }
    ideal = sums
  }

  /// Σ over the given ranks (ascending) of their discounts.
  func gain(_ ranks: [Int]) -> Double {
    var sum = 0.0
    for rank in ranks where rank <= byRank.count { sum += byRank[rank - 1] }
    return sum
  }

  /// The expected Σ of the discounts of the held-out items of groups.
  func gain(_ groups: [TieGroup]) -> Double {
    var sum = 0.0
    for group in groups where group.heldOut > 0 && group.first <= byRank.count {
      let places = group.places(within: byRank.count)
      sum += group.density * (ideal[group.first - 1 + places] - ideal[group.first - 1])
    }
    return sum
  }

  /// The most that `count` relevant items can gain within the depth.
  func idealGain(_ count: Int) -> Double { ideal[min(count, byRank.count)] }
}
