import Testing

@testable import Results

@Suite struct TieSharesTests {
  private func footnote(_ shares: [(String, Double?)]) -> String? {
    let records = shares.map { system, share in
      var record = TrialRecord()
      (record.system, record.decidedByTies) = (system, share)
      return record
    }
    return TieShares(of: ["A", "B", "C"], records: records).footnote
  }

  @Test func seedsAreAveragedAndSystemsWithoutTiesAreNotListed() {
    #expect(
      footnote([("A", 0.25), ("A", 0.5), ("B", 0), ("C", 1)])
        == "Share of the test users whose metrics the order of ties can change: A 37.5 %, C 100.0 %;"
        + " of the other systems none")
    #expect(
      footnote([("A", 0), ("C", 0)]) == "The order of ties can change no test user's metrics")
  }

  @Test func fewAreNotNoneAndManyNotAll() {
    #expect(
      footnote([("B", 0.0002), ("C", 0.9999)])
        == "Share of the test users whose metrics the order of ties can change: B < 0.1 %, C > 99.9 %"
    )
  }

  @Test func recordsThatDoNotSaySayNothing() {
    #expect(footnote([("A", nil)]) == nil)
  }
}
