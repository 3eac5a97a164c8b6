import Foundation

/// The logarithmic discount of (N)DCG, 1 / log_b(rank + o), ranks counted from 1; usually b = 2, o
/// = 1.
///
/// A rank whose logarithm is below 1 is not discounted (Järvelin & Kekäläinen 2002, who have o =
/// 0). A base without that rule would cancel in NDCG.
struct Discount: Sendable {
  /// How many ranks of a list count.
  private let depth: Int
  /// `byRank[r − 1]` is the discount at rank r.
  private let byRank: [Double]
  /// `ideal[r]` is the sum of the discounts at ranks 1…r: the DCG of r hits in a row.
  private let ideal: [Double]

  /// The discounts at ranks 1…`depth` of a list, and up to rank `longest` of an ideal one.
  init(depth: Int, base: Double = 2, offset: Int = 1, longest: Int? = nil) {
    self.depth = depth
    byRank = (0..<max(depth, longest ?? depth)).map { Self.value($0 + 1, base, offset) }
    var sums = [0.0]
    for discount in byRank { sums.append((sums.last ?? 0) + discount) }
    ideal = sums
  }

  /// The discount at one rank.
  static func value(_ rank: Int, _ base: Double, _ offset: Int) -> Double {
    1 / max(1, log2(Double(rank + offset)) / (base == 2 ? 1 : log2(base)))
  }

  /// Σ over the given ranks (ascending) of their discounts.
  func gain(_ ranks: [Int]) -> Double {
    var sum = 0.0
    for rank in ranks where rank <= depth { sum += byRank[rank - 1] }
    return sum
  }

  /// The DCG of gains at ranks 1, 2, …
  func gain(of gains: [Double]) -> Double {
    zip(gains, byRank).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The expected Σ of the discounts of the held-out items of groups.
  func gain(_ groups: [TieGroup]) -> Double {
    groups.reduce(0) { $0 + gain($1) }
  }

  /// The expected Σ of the discounts of the held-out items of a group.
  func gain(_ group: TieGroup) -> Double {
    let places = group.places(within: depth)
    return places == 0 || group.heldOut == 0 ? 0 : group.density * gainOfPlaces(places, group)
  }

  /// Σ of the discounts of the first places of a group.
  func gainOfPlaces(_ places: Int, _ group: TieGroup) -> Double {
    ideal[group.first - 1 + places] - ideal[group.first - 1]
  }

  /// The DCG of `count` hits in a row, within the depth.
  func idealGain(_ count: Int) -> Double { ideal[min(count, depth)] }

  /// The DCG of `count` hits in a row, however many.
  func uncutGain(_ count: Int) -> Double { ideal[min(count, byRank.count)] }
}
