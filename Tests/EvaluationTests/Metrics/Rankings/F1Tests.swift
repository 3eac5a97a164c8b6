import Testing

@testable import Evaluation

@Suite struct F1Tests {
  /// P .4 and R .5 of one user, P 0 and R 0 of another: .444 and 0, means .2 and .25.
  @Test func ofUsersOfMeansPooled() throws {
    func value(_ name: String) throws -> Double {
      var tally = try Metric(name).tally(over: Catalogue(popularity: [0]))
      #expect(tally.add(ranking(hits: [1, 3], of: 4)) == 4.0 / 9)
      #expect(tally.add(ranking(hits: [], of: 1)) == 0)
      return tally.value
    }
    #expect(abs(try value("f1@5") - 2.0 / 9) < 1e-15)
    #expect(abs(try value("f1@5(of=means)") - 2 * 0.2 * 0.25 / 0.45) < 1e-15)
    #expect(abs(try value("f1@5(of=pooled)") - 4.0 / 15) < 1e-15)
  }

  @Test func isTheHarmonicMeanOfPrecisionAndRecall() throws {
    let user = ranking(hits: [1, 3, 4], of: 4)
    let p = try #require(try worth("precision@5", user))
    let r = try #require(try worth("recall@5", user))
    let f = try #require(try worth("f1@5", user))
    #expect(abs(2 / f - 1 / p - 1 / r) < 1e-12)
  }

  @Test func nobodysHitsMakeZero() throws {
    for name in ["f1@5", "f1@5(of=means)", "f1@5(of=pooled)"] {
      var tally = try Metric(name).tally(over: Catalogue(popularity: [0]))
      #expect(tally.value.isNaN)
      _ = tally.add(ranking(hits: [], of: 1))
      #expect(tally.value == 0)
    }
  }
}
