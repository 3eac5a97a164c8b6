import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

/// The bounds against every list there is, and against SciPy's linear programs.
@Suite struct RankingOutcomesTests {
  typealias Ideal = PublishedDefinitions.Ideal

  /// One user's list, from the definitions.
  struct List {
    let precision: Double
    let recall: Double
    let mrr: Double
    let ndcg: Double
  }

  /// Every set of hits among N ranks by every number of held-out items up to a limit.
  static func lists(_ n: Int, _ ideal: Ideal, heldOut most: Int) -> [List] {
    (0..<1 << n).flatMap { set in
      let ranks = (1...n).filter { set >> ($0 - 1) & 1 == 1 }
      return (max(ranks.count, 1)...max(most, ranks.count)).map { heldOut in
        let best =
          switch ideal {
          case .truncated: min(n, heldOut)
          case .full: n
          case .uncut: heldOut
          }
        return List(
          precision: Double(ranks.count) / Double(n),
          recall: Double(ranks.count) / Double(heldOut),
          mrr: ranks.first.map { 1 / Double($0) } ?? 0,
          ndcg: gain(ranks) / gain(Array(1...best)))
      }
    }
  }

  static func gain(_ ranks: [Int]) -> Double {
    ranks.reduce(0) { $0 + 1 / log2(Double($1 + 1)) }
  }

  private func exactly(_ value: Double) -> Interval { Interval(value, value) }

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

  @Test(arguments: 1...6, [Ideal.truncated, .full])
  func oneUsersNDCGReachesBothBoundsForEachP(n: Int, ideal: Ideal) throws {
    let all = Self.lists(n, ideal, heldOut: n + 2)
    let outcomes = RankingOutcomes(cutoff: n, ideal: ideal, firstHit: .cut)
    for hits in 0...n {
      let precision = Double(hits) / Double(n)
      let values = all.filter { $0.precision == precision }.map(\.ndcg)
      let range = try #require(
        outcomes.range(of: .ndcg, given: [(.precision, exactly(precision))]))
      #expect(isClose(range.low, values.min() ?? .nan))
      #expect(isClose(range.high, values.max() ?? .nan))
    }
  }

  /// With h and the first rank known, a single list is least and greatest unless a mixture of
  /// others has the same means; h = 1 and h = N leave none.
  @Test(arguments: 2...5, [Ideal.truncated, .full])
  func oneUsersNDCGReachesBothBoundsForPAndMRR(n: Int, ideal: Ideal) throws {
    let all = Self.lists(n, ideal, heldOut: n + 2)
    let outcomes = RankingOutcomes(cutoff: n, ideal: ideal, firstHit: .cut)
    for first in [1, n] {
      let (precision, mrr) = (1 / Double(n), 1 / Double(first))
      let values = all.filter { $0.precision == precision && $0.mrr == mrr }.map(\.ndcg)
      let range = try #require(
        outcomes.range(
          of: .ndcg, given: [(.precision, exactly(precision)), (.mrr, exactly(mrr))]))
      #expect(values.allSatisfy { range.low - 1e-9 <= $0 && $0 <= range.high + 1e-9 })
      if first == 1 { #expect(isClose(range.low, values.min() ?? .nan)) }
    }
  }

  /// Every pair of users, every definition: no mean lies outside, and most corners are reached.
  @Test(arguments: 1...3, Ideal.allCases)
  func noTwoUsersMeanLiesOutsideTheBounds(n: Int, ideal: Ideal) throws {
    let all = Self.lists(n, ideal, heldOut: n + 2)
    let outcomes = RankingOutcomes(cutoff: n, ideal: ideal, firstHit: .cut)
    var known: [[Double]: (low: Double, high: Double)] = [:]
    for (place, a) in all.enumerated() {
      for b in all[...place] {
        let key = [a.precision + b.precision, a.mrr + b.mrr, a.recall + b.recall].map { $0 / 2 }
        let ndcg = (a.ndcg + b.ndcg) / 2
        let old = known[key] ?? (.infinity, -.infinity)
        known[key] = (min(old.low, ndcg), max(old.high, ndcg))
      }
    }
    var reached = 0
    for (key, value) in known {
      let range = try #require(
        outcomes.range(
          of: .ndcg,
          given: [
            (.precision, exactly(key[0])), (.mrr, exactly(key[1])), (.recall, exactly(key[2])),
          ]))
      #expect(range.low <= value.low + 1e-9 && value.high <= range.high + 1e-9)
      if isClose(range.low, value.low) || isClose(range.high, value.high) { reached += 1 }
    }
    #expect(ideal == .uncut || reached > 0)
  }

  /// 2.6725 hits a user: 1347 of 2000 users have 3, the others 2, all at the bottom of the list.
  @Test func aMeanBetweenWholeHitsIsReachedByUsersOfTheTwoNearestCounts() throws {
    let outcomes = RankingOutcomes(cutoff: 5, ideal: .truncated, firstHit: .cut)
    let share = (0.5345 * 5) - 2
    let (two, three) = (Self.gain([4, 5]), Self.gain([3, 4, 5]))
    let range = try #require(
      outcomes.range(of: .ndcg, given: [(.precision, exactly(0.5345))]))
    let ideal = Self.gain([1, 2, 3, 4, 5])
    #expect(isClose(range.low, ((1 - share) * two + share * three) / ideal))
    #expect(isClose(range.high, 1))
    let full = RankingOutcomes(cutoff: 5, ideal: .full, firstHit: .cut)
    let most = try #require(full.range(of: .ndcg, given: [(.precision, exactly(0.5345))])).high
    #expect(isClose(most, (Self.gain([1, 2]) + share * Self.gain([3])) / ideal))
  }

  @Test(arguments: [
    (0.2272, 0.4732, 0.1511, 0.1605), (0.2153, 0.5461, 0.1424, 0.1852),
    (0.4971, 0.6974, 0.3596, 0.2365), (0.5345, 0.7784, 0.3913, 0.2640),
  ])
  func publishedRowsHaveTheLeastNDCGThatTheFormulasGive(
    precision: Double, mrr: Double, byPrecision: Double, byMRR: Double
  ) throws {
    let outcomes = RankingOutcomes(cutoff: 5, ideal: .truncated, firstHit: .cut)
    let first = outcomes.range(of: .ndcg, given: [(.precision, exactly(precision))])
    let second = outcomes.range(of: .ndcg, given: [(.mrr, exactly(mrr))])
    #expect(abs((first?.low ?? 0) - byPrecision) < 5e-5)
    #expect(abs((second?.low ?? 0) - byMRR) < 5e-5)
    // MRR / IDCG: all of it from hits at the top.
    #expect(isClose(second?.low ?? 0, mrr / Self.gain([1, 2, 3, 4, 5])))
  }

  @Test func aFirstHitAfterTheListCountsWhereMRRIsNotCut() {
    let cut = RankingOutcomes(cutoff: 5, ideal: .full, firstHit: .cut)
    let whole = RankingOutcomes(cutoff: 5, ideal: .full, firstHit: .whole)
    let none: [RankingOutcomes.Known] = [(.precision, exactly(0))]
    #expect(cut.range(of: .mrr, given: none) == Interval(0, 0))
    #expect(isClose(whole.range(of: .mrr, given: none)?.high ?? 0, 1.0 / 6))
  }

  @Test func pooledFewHeldOutItemsAUserRaiseTheLeastNDCG() throws {
    let outcomes = RankingOutcomes(cutoff: 5, ideal: .truncated, firstHit: .cut)
    let precision: RankingOutcomes.Known = (.precision, exactly(0.2))
    let alone = try #require(outcomes.range(of: .ndcg, given: [precision]))
    let many = try #require(
      outcomes.range(of: .ndcg, given: [precision, (.heldOut, exactly(20))]))
    let one = try #require(outcomes.range(of: .ndcg, given: [precision, (.heldOut, exactly(1))]))
    #expect(isClose(alone.low, many.low))
    // One held-out item and one hit each: NDCG is the discount of its rank.
    #expect(isClose(one.low, 1 / log2(6)))
    #expect(outcomes.range(of: .ndcg, given: [precision, (.heldOut, exactly(0.5))]) == nil)
  }

  @Test func sciPysLinearProgramsGiveTheSameBounds() throws {
    let golden = try auditGolden()
    let cases = try golden.member("bounds").asArray()
    #expect(cases.count == 80)
    let names: [(String, RankingOutcomes.Coordinate)] = [
      ("precision", .precision), ("recall", .recall), ("mrr", .mrr), ("hit-rate", .hitRate),
    ]
    for item in cases {
      var known: [RankingOutcomes.Known] = []
      for member in try item.member("known").asObject() {
        let ends = try member.value.asArray().map { try $0.asNumber() }
        let name = try #require(names.first { $0.0 == member.key })
        known.append((name.1, Interval(ends[0], ends[1])))
      }
      let ideal = try Ideal(decoding: item.member("ideal"))
      let outcomes = RankingOutcomes(
        cutoff: try item.member("n").asInteger(), ideal: ideal, firstHit: .cut)
      let range = try #require(outcomes.range(of: .ndcg, given: known))
      let expected = try item.member("ndcg").asArray().map { try $0.asNumber() }
      #expect(abs(range.low - expected[0]) < 1e-6, "\(item.canonicalText): \(range)")
      #expect(abs(range.high - expected[1]) < 1e-6, "\(item.canonicalText): \(range)")
    }
  }
}

/// `Tests/Golden/audit.json`, which `audit.py` beside it has computed.
func auditGolden() throws -> JSON {
  try Golden.json("audit")
}
