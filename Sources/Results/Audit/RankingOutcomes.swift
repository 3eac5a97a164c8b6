import Foundation

/// Everything that one user's list of N can come to, and with it every mean over users.
///
/// A user has h hits among N, the first at rank f, and |T| ≥ h held-out items. P = h / N, R = h /
/// |T|, MRR = 1 / f; DCG is least with the other hits at the bottom of the list, greatest with all
/// of them right after the first. The means over any number of users fill the convex hull of these
/// points, so the least and the greatest mean of a measure, given the means of others, are linear
/// programs: each bound holds for means, and a mixture of users reaches it.
struct RankingOutcomes {
  /// What is measured of a list.
  enum Coordinate: Sendable {
    case precision, recall, mrr, hitRate, ndcg
    /// |T|, bounded where P@N and R@N are pooled: its mean is then N·P / R.
    case heldOut
  }

  /// A coordinate and what its mean is known to be.
  typealias Known = (coordinate: Coordinate, mean: Interval)

  /// N.
  let cutoff: Int
  /// The list that DCG is compared with.
  let ideal: PublishedDefinitions.Ideal
  /// What MRR@N counts of a first hit after N.
  let firstHit: PublishedDefinitions.FirstHit

  /// Beyond this N the points are too many where |T| matters; it is then left out of account.
  private static let detailLimit = 50

  /// What the mean of `target` may be, given other means; nil when no users have those.
  func range(of target: Coordinate, given known: [Known]) -> Interval? {
    let known = known.filter { isUsable($0.coordinate) && $0.coordinate != target }
    let outcomes = outcomes(withHeldOut: [target] + known.map(\.coordinate))
    func least(_ sign: Double) -> Double? {
      var points: [[Double]: Double] = [:]
      for outcome in outcomes {
        let place = known.map { outcome.value($0.coordinate, self) }
        let cost = sign * outcome.value(target, self)
        points[place] = Swift.min(points[place] ?? .infinity, cost)
      }
      let ordered = points.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      return LinearProgram(
        ordered.map { LinearProgram.Point(coordinates: $0.key, cost: $0.value) },
        bounds: known.map(\.mean)
      ).least()
    }
    guard let low = least(1), let high = least(-1) else { return nil }
    return Interval(low, -high)
  }

  /// The hits that the shortest ideal list of `ndcg` or less must have for some user, given other
  /// means: mean(DCG / IDCG) is at least mean(DCG) over the greatest IDCG. Nil when none is long
  /// enough.
  func idealLength(for ndcg: Double, given known: [Known]) -> Int? {
    let full = RankingOutcomes(cutoff: cutoff, ideal: .full, firstHit: firstHit)
    guard let least = full.range(of: .ndcg, given: known)?.low else { return nil }
    let gain = least * Self.gain(1...cutoff)
    var sum = 0.0
    for length in 1...1_000_000 {
      sum += Self.discount(length)
      if gain <= ndcg * sum { return length }
    }
    return nil
  }

  /// Without a cut of the ideal list the points are no straight lines in 1 / |T|, and long lists
  /// have too many of them: a known recall is then left out of account, which only widens the
  /// range.
  private func isUsable(_ coordinate: Coordinate) -> Bool {
    switch coordinate {
    case .recall, .heldOut: ideal != .uncut && cutoff <= Self.detailLimit
    case .precision, .mrr, .hitRate, .ndcg: true
    }
  }

  private func outcomes(withHeldOut coordinates: [Coordinate]) -> [Outcome] {
    let isDetailed = coordinates.contains(.recall) || coordinates.contains(.heldOut)
    var outcomes: [Outcome] = []
    for hits in 0...cutoff {
      // Between |T| = N and no end, IDCG stays and R = h / |T| is a straight line.
      var sizes: [Int?] = isDetailed ? (Swift.max(hits, 1)...cutoff).map { $0 } : []
      if !isDetailed { sizes = hits >= cutoff ? [cutoff] : [Swift.max(hits, 1), cutoff] }
      if !coordinates.contains(.heldOut) { sizes.append(nil) }
      for first in hits == 0 ? 0...0 : 1...(cutoff - hits + 1) {
        let low =
          Self.gain(first..<first + Swift.min(hits, 1))
          + Self.gain(cutoff - Swift.max(hits - 1, 0) + 1..<cutoff + 1)
        let high = Self.gain(first..<first + hits)
        for size in sizes {
          for gain in low == high ? [low] : [low, high] {
            outcomes.append(Outcome(hits: hits, first: first, heldOut: size, gain: gain))
          }
        }
      }
    }
    if firstHit == .whole {
      outcomes += outcomes.filter { $0.hits == 0 }.map { outcome in
        var later = outcome
        later.first = cutoff + 1
        return later
      }
    }
    if coordinates.contains(.heldOut) {
      // |T| has no end: any user may have more, at no change of anything else.
      outcomes += outcomes.filter { $0.heldOut == cutoff }.map { outcome in
        var larger = outcome
        larger.heldOut = Self.manyItems
        return larger
      }
    }
    return outcomes
  }

  /// More held-out items than any user has.
  private static let manyItems = 1_000_000

  /// IDCG of a user with this many held-out items; nil: no end of them.
  fileprivate func idealGain(_ heldOut: Int?) -> Double {
    switch ideal {
    case .full: Self.gain(1...cutoff)
    case .truncated: Self.gain(1...Swift.min(heldOut ?? cutoff, cutoff))
    case .uncut: heldOut.map { Self.gain(1...$0) } ?? .infinity
    }
  }

  /// 1 / log₂(rank + 1).
  static func discount(_ rank: Int) -> Double { 1 / log2(Double(rank + 1)) }

  private static func gain(_ ranks: ClosedRange<Int>) -> Double {
    gain(ranks.lowerBound..<ranks.upperBound + 1)
  }

  private static func gain(_ ranks: Range<Int>) -> Double {
    ranks.reduce(0) { $0 + discount($1) }
  }
}

/// One user's list.
private struct Outcome {
  /// Hits among N.
  let hits: Int
  /// The rank of the first; 0 when it counts for nothing.
  var first: Int
  /// |T|; nil: no end of them.
  var heldOut: Int?
  /// DCG@N.
  let gain: Double

  func value(_ coordinate: RankingOutcomes.Coordinate, _ all: RankingOutcomes) -> Double {
    switch coordinate {
    case .precision: Double(hits) / Double(all.cutoff)
    case .recall: heldOut.map { Double(hits) / Double($0) } ?? 0
    case .mrr: first == 0 ? 0 : 1 / Double(first)
    case .hitRate: hits > 0 ? 1 : 0
    case .ndcg: gain / all.idealGain(heldOut)
    case .heldOut: Double(heldOut ?? 0)
    }
  }
}
