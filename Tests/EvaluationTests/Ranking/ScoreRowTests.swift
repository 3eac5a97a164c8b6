import Testing

@testable import Evaluation

@Suite struct ScoreRowTests {
  @Test func ranksOfHeldOutItemsAreTheirPositionsInTheSortedCandidates() {
    for seed in 1...4 as ClosedRange<UInt64> {
      let sample = Sample(seed: seed, users: 20, items: 20 + 17 * Int(seed))
      for user in 0..<sample.users {
        let ranked = sample.ranked(user)
        let heldOut = sample.heldOut[user]
        let never = ranked.filter { !heldOut.contains(Int32($0)) }
        let scores = sample.scores[user]
        var (won, tied) = (0, 0)
        for item in heldOut {
          for other in never where scores[Int(item)] > scores[other] { won += 1 }
          for other in never where scores[Int(item)] == scores[other] { tied += 1 }
        }
        let expected = ranked.indices.filter { heldOut.contains(Int32(ranked[$0])) }.map { $0 + 1 }
        var ranking = UserRanking(top: [], hits: [], heldOutCount: 0, candidateCount: 0)
        scores.withUnsafeBufferPointer {
          guard let base = $0.baseAddress else { return }
          let row = ScoreRow(scores: base, itemCount: sample.items, masked: sample.masked[user])
          row.rankBest(of: heldOut, into: &ranking)
          #expect(ranking.ranks == Array(expected.prefix(1)))
          row.rankAll(heldOut, into: &ranking)
        }
        #expect(ranking.ranks == expected)
        #expect(
          ranking.pairs == .init(won: won, tied: tied, count: never.count * heldOut.count))
      }
    }
  }

  @Test(arguments: [0, 7, 16, 40])
  func findsANaNOfEitherSignAnywhereAndTakesInfinityForANumber(position: Int) {
    for value in [Float.nan, -Float.nan, Float.signalingNaN] {
      var scores: [Float] = (0..<41).map { $0 % 2 == 0 ? .infinity : -.infinity }
      #expect(firstNaN(scores) == nil)
      scores[position] = value
      scores[40] = value
      #expect(firstNaN(scores) == position)
    }
  }

  private func firstNaN(_ scores: [Float]) -> Int? {
    scores.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap {
        ScoreRow(scores: $0, itemCount: buffer.count, masked: []).firstNaN()
      }
    }
  }
}
