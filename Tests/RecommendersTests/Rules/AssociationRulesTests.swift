import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct AssociationRulesTests {
  /// n(0) = 4, n(1) = 3, n(2) = 3, n(3) = 1, item 4 nobody's; n(01) = 2, n(02) = 2, n(12) = 2,
  /// n(03) = 1, n(012) = 1.
  private static let data = TrainingData(
    interactions: Interactions(
      users: 7, items: 5,
      pairs: [
        (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0), (2, 2), (3, 1), (3, 2), (4, 0), (4, 3),
      ]))

  private func scores(_ settings: JSON, of user: Int) throws -> [Float] {
    try RecommenderList.named("association-rules").make(settings, Self.data, 1)
      .scores(of: user..<user + 1, items: 5)
  }

  @Test func anItemCountsByItsBestRuleOrTheirSum() throws {
    // User 3 has 1 and 2: 0 by {1} → 0 and {2} → 0 of confidence 2/3, {1, 2} → 0 of 1/2; 1 and 2 by
    // each other, 2/3. By numbers 0 has 4, 1 and 2 have 3.
    let best: JSON = ["minimumSupport": 1, "longest": 3]
    #expect(try scores(best, of: 3) == [2, 1, 1, 0.25, 0])
    // 0: 2/3 + 2/3 + 1/2, 1 and 2: 2/3.
    #expect(try scores(best.merging(patch: ["combine": "sum"]), of: 3) == [2, 1, 1, 0.25, 0])
    // User 4 has 0 and 3: {3} → 0 is certain, {0} → 1 and {0} → 2 are 1/2, {0} → 3 is 1/4.
    #expect(try scores(best, of: 4) == [3, 2, 2, 1, 0])
    // Lift: N = 5, {3} → 0 and {0} → 3 are 1·5/(1·4), the others 2·5/(4·3) and less popular.
    #expect(try scores(best.merging(patch: ["by": "lift"]), of: 4) == [3, 1, 1, 2, 0])
    // Support: {0} → 1 and {0} → 2 have 2, {3} → 0 and {0} → 3 have 1.
    #expect(try scores(best.merging(patch: ["by": "support"]), of: 4) == [2, 3, 3, 1, 0])
  }

  @Test func whoHasNoRuleGetsPopularity() throws {
    #expect(try scores(["minimumSupport": 1], of: 5) == [0.75, 0.5, 0.5, 0.25, 0])
    #expect(try scores(["minimumSupport": 3], of: 3) == [0.75, 0.5, 0.5, 0.25, 0])
    #expect(
      try scores(["minimumSupport": 1, "minimumConfidence": 0.7], of: 3)
        == [0.75, 0.5, 0.5, 0.25, 0])
    #expect(
      try scores(["minimumSupport": 1, "minimumConfidence": 0.7], of: 4)
        == [1, 0.5, 0.5, 0.25, 0])
  }

  @Test(arguments: FrequentSetAlgorithm.allCases)
  func theAlgorithmChangesNothing(_ algorithm: FrequentSetAlgorithm) throws {
    let data = try Planted.data()
    let type = try RecommenderList.named("association-rules")
    let settings: JSON = ["minimumSupport": 0.02, "supportUnit": "share", "longest": 3]
    let first = try type.make(settings, data, 1)
    let other = try type.make(
      settings.merging(patch: ["algorithm": .string(algorithm.rawValue)]), data, 1)
    #expect(try differences(first.state, other.state).isEmpty)
  }

  @Test func aShareIsReachedByTheLeastNumberThatReachesIt() throws {
    for (share, users, expected) in [
      (0.001, 9835, 10), (0.1, 30, 3), (0.1, 31, 4), (0.3, 10, 3), (1, 7, 7), (1e-12, 5, 1),
      (0.7, 0, 1),
    ] {
      var options = AssociationRuleOptions()
      (options.supportUnit, options.minimumSupport) = (.share, share)
      #expect(options.minimumCount(among: users) == expected)
    }
  }

  @Test func refusesWhatCannotBe() throws {
    let type = try RecommenderList.named("association-rules")
    func complain(_ text: String) throws -> String {
      let json = try JSON.parse(text, file: "spec.json")
      let problem = #expect(throws: Problem.self) { try type.complete(json) }
      return problem?.message ?? ""
    }
    #expect(
      try complain(#"{"minimumSupport": 0.01}"#)
        == "spec.json:1:20: minimumSupport: expected a whole number of users, 1 at least; a share"
        + " needs \"supportUnit\": \"share\"")
    #expect(try complain(#"{"supportUnit": "share"}"#).contains("expected a share, 1 at most"))
    #expect(try complain(#"{"by": "confidense"}"#).contains("did you mean \"confidence\"?"))
    #expect(try complain(#"{"longest": 1}"#).contains("longest"))
    let problem = Problem.data(
      "association-rules: minimumSupport asks for 6 users, and 5 have anything, so that no set is"
        + " frequent; give 5 at most")
    #expect(throws: problem) { try type.check(["minimumSupport": 6], Self.data) }
    #expect(throws: problem) { try type.make(["minimumSupport": 6], Self.data, 1) }
    #expect(throws: Never.self) { try type.check(["minimumSupport": 5], Self.data) }
    #expect(
      throws: Problem.run(
        "association-rules: more than 7 sets of up to 2 items are had by at least 1 users; raise"
          + " minimumSupport, lower longest or raise mostSets")
    ) { try type.make(["minimumSupport": 1, "mostSets": 7], Self.data, 1) }
  }

  /// A catalogue in which nearly every item is had once: 500 users with 60 of 30,000 items each.
  @Test func rareItemsMakeFewSets() throws {
    var random = Random(seed: 3, stream: "rare")
    let pairs = (0..<30_000).map { (Int32($0 / 60), Int32(random.below(30_000))) }
    let data = TrainingData(interactions: Interactions(users: 500, items: 30_000, pairs: pairs))
    let type = try RecommenderList.named("association-rules")
    for settings: JSON in [
      ["minimumSupport": 2, "longest": 30], ["minimumSupport": 4, "algorithm": "apriori"],
    ] {
      let made = try type.make(settings, data, 1)
      #expect(made.parameterCount < 60_000)
      #expect(areFinite(made.scores(of: 0..<3, items: 30_000)))
    }
  }
}
