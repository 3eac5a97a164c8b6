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

  /// Of 4 held-out items and 5 places 4 can be found, F1 8/9; of 1 one, 1/3.
  @Test func theBoundIsThatOfAPerfectList() throws {
    func value(_ name: String) throws -> Double {
      var tally = try Metric(name).tally(over: Catalogue(popularity: [0]))
      #expect(tally.add(ranking(hits: [], of: 4)) == 8.0 / 9)
      #expect(tally.add(ranking(hits: [1], of: 1)) == 1.0 / 3)
      return tally.value
    }
    #expect(abs(try value("f1-bound@5") - 11.0 / 18) < 1e-15)
    #expect(abs(try value("f1-bound@5(of=means)") - 2.0 / 3) < 1e-15)
    #expect(abs(try value("f1-bound@5(of=pooled)") - 2.0 / 3) < 1e-15)
  }

  /// Six lengths of one test set leave .769, where every user has four times the shortest.
  @Test func noListIsPerfectAtSixLengths() throws {
    let values: [Double] = try (1...6).map { length in
      var tally = try Metric("f1-bound@\(length)").tally(over: Catalogue(popularity: [0]))
      _ = tally.add(ranking(hits: [], of: 4))
      return tally.value
    }
    let mean = values.reduce(0, +) / 6
    #expect(abs(mean - 0.7688) < 5e-5)
  }

  /// 3 to 7 held-out items are of the group of 5, 8 to 12 of that of 10.
  @Test(arguments: ["users", "means", "pooled"])
  func usersInGroupsHaveALengthEach(of: String) throws {
    for (length, own) in [(5, 3...7), (10, 8...12)] {
      var tally = try Metric("f1@\(length)(of=\(of),step=5)").tally(
        over: Catalogue(popularity: [0]))
      #expect(tally.value.isNaN)
      for count in 1...15 {
        let value = tally.add(ranking(hits: [1], of: count)) ?? 0
        #expect(value.isNaN != own.contains(count), "\(count) at \(length)")
      }
      #expect(tally.value > 0)
    }
  }

  /// The audit holds an F1 of all users against their P and R, and nothing else.
  @Test func isAnF1OfAllUsersAlone() throws {
    #expect(try Metric("f1@5(of=pooled)").measure.kind == .f1)
    for name in ["f1@5", "f1@5(of=pooled,step=5)", "f1-bound@5(of=pooled)"] {
      #expect(try Metric(name).measure.kind == .share, "\(name)")
    }
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
