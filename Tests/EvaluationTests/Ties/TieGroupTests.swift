import Testing

@testable import Evaluation

/// Chances of one group, against sums over its arrangements.
@Suite struct TieGroupTests {
  /// Three of eight held out, on places 4 to 11.
  private let group = TieGroup(first: 4, size: 8, heldOut: 3)

  /// The mean over the 56 sets of places that the held-out ones can have.
  private func mean(_ worth: ([Int]) -> Double) -> Double {
    var (sum, count) = (0.0, 0.0)
    for a in 4...9 {
      for b in (a + 1)...10 {
        for c in (b + 1)...11 {
          sum += worth([a, b, c])
          count += 1
        }
      }
    }
    #expect(count == 56)
    return sum / count
  }

  @Test(arguments: [1, 3, 4, 5, 7, 9, 11, 20, Int.max])
  func valuesAreMeansOverArrangements(cutoff: Int) {
    let hits = mean { Double($0.count { $0 <= cutoff }) }
    #expect(abs(group.hits(within: cutoff) - hits) < 1e-12)
    let none = mean { $0[0] > cutoff ? 1 : 0 }
    #expect(abs(group.chanceOfNone(within: cutoff) - none) < 1e-12)
    let first = mean { $0[0] <= cutoff ? 1 / Double($0[0]) : 0 }
    #expect(abs(group.reciprocalOfFirst(within: cutoff) - first) < 1e-12)
    let all = mean { $0.reduce(0) { $1 <= cutoff ? $0 + 1 / Double($1) : $0 } }
    #expect(abs(group.reciprocals(within: cutoff) - all) < 1e-12)
    for hits in 0...4 {
      let share = mean { places in places.count { $0 <= cutoff } == hits ? 1 : 0 }
      #expect(abs(group.chance(of: hits, within: cutoff) - share) < 1e-12)
    }
    let precisions = mean { places in
      places.enumerated().reduce(0) {
        $1.element <= cutoff ? $0 + Double($1.offset + 3) / Double($1.element) : $0
      }
    }
    #expect(abs(group.precisions(after: 2, within: cutoff) - precisions) < 1e-12)
  }

  /// One of 39 items, all equal: on each place with the same chance.
  @Test func oneOfManyIsOnEachPlaceWithTheSameChance() {
    let group = TieGroup(first: 1, size: 39, heldOut: 1)
    #expect(group.hits(within: 10) == 10.0 / 39)
    #expect(abs(1 - group.chanceOfNone(within: 10) - 10.0 / 39) < 1e-15)
    let mean = (1...39).reduce(0) { $0 + 1 / Double($1) } / 39
    #expect(abs(group.reciprocalOfFirst(within: .max) - mean) < 1e-15)
    #expect(abs(group.precisions(after: 0, within: .max) - mean) < 1e-15)
  }

  /// 2 of 5000 held out: 1/first over all pairs, Σ_k 2 (5000 − k) / (5000 · 4999 k).
  @Test func largeGroupsKeepTheirDigits() {
    let n = 5000.0
    let mean = (1...4999).reduce(0.0) { $0 + 2 * (n - Double($1)) / (n * (n - 1) * Double($1)) }
    let group = TieGroup(first: 1, size: 5000, heldOut: 2)
    #expect(abs(group.reciprocalOfFirst(within: .max) / mean - 1) < 1e-11)
    // Average precision of 1 hit at k with a chance of 2/n, one more before it with (k − 1)/(n −
    // 1).
    let precision = (1...5000).reduce(0.0) {
      $0 + 2 / n * (1 + Double($1 - 1) / (n - 1)) / Double($1)
    }
    #expect(abs(group.precisions(after: 0, within: .max) / precision - 1) < 1e-11)
  }
}
