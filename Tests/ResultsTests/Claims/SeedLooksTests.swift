import Basics
import Foundation
import Testing

@testable import Results

/// When claims are looked at while seeds are added, and how often that decides wrongly.
@Suite struct SeedLooksTests {
  @Test func eachLookHasHalfAsManySeedsAgain() {
    #expect(SeedLooks(from: 3, to: 10).counts == [3, 5, 8, 10])
    #expect(SeedLooks(from: 1, to: 4).counts == [2, 3, 4])
    #expect(SeedLooks(from: 5, to: 5).counts == [5])
    #expect(SeedLooks(from: 3, to: 10).level == 0.0125 && SeedLooks(from: 7, to: 7).level == 0.05)
    #expect(
      SeedLooks(from: 3, to: 10).text.contains(
        "looks after 3, 5, 8, 10; each interval covers 98.75"))
  }

  /// Two systems that are alike: whatever is decided of which is better is wrong.
  ///
  /// The standard error of a share of .05 among 4,000 is .0034.
  @Test func aWrongVerdictIsAsRareAsStated() throws {
    let looks = SeedLooks(from: 3, to: 10)
    var random = Random(seed: 1, stream: "looks")
    var (wrong, hasty) = (0, 0)
    let order = Accepted.above(0)
    for _ in 0..<4_000 {
      let differences = (0..<10).map { _ in Double(random.normal()) }
      func isDecided(_ level: Double) -> Bool {
        looks.counts.contains { count in
          SeedEstimate(Array(differences.prefix(count)), level: level).map {
            order.truth(of: $0.interval) != .undecided
          } ?? false
        }
      }
      if isDecided(looks.level) { wrong += 1 }
      if isDecided(0.05) { hasty += 1 }
    }
    #expect(wrong < 4_000 / 20 + 30 && wrong > 40, "\(wrong)")
    // Without the wider intervals it would not be.
    #expect(hasty > 4_000 / 20 + 100, "\(hasty)")
  }
}
