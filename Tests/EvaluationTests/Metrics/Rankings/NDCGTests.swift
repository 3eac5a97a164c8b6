import Basics
import Datasets
import Foundation
import Testing

@testable import Evaluation

@Suite struct NDCGTests {
  @Test func discountedGainOverThatOfTheIdealList() throws {
    let user = ranking(hits: [2, 3, 9], of: 3)
    let gain = 1 / log2(3.0) + 1 / log2(4.0)
    let ideal = 1 + gain
    #expect(try worth("ndcg@5", user) == gain / ideal)
    let full = ideal + 1 / log2(5.0) + 1 / log2(6.0)
    #expect(try worth("ndcg@5(ideal=full)", user) == gain / full)
    #expect(try worth("ndcg@2", user) == (1 / log2(3.0)) / (1 + 1 / log2(3.0)))
  }

  @Test func aPerfectListIsWorth1OnlyWhenTheIdealIsTruncated() throws {
    let user = ranking(hits: [1, 2], of: 2)
    #expect(try worth("ndcg@5", user) == 1)
    #expect(try #require(try worth("ndcg@5(ideal=full)", user)) < 0.6)
  }

  /// Hits at 2 and 3 of 3, of which a list of two holds one.
  @Test func otherIdealLists() throws {
    let user = ranking(hits: [2, 3, 9], of: 3)
    let (second, third) = (1 / log2(3.0), 1 / log2(4.0))
    #expect(try worth("ndcg@2(ideal=uncut)", user) == second / (1 + second + third))
    #expect(try worth("ndcg@5(ideal=list)", user) == (second + third) / (1 + second))
    #expect(try worth("ndcg@2(ideal=list)", user) == second)
    #expect(try worth("ndcg@1(ideal=list)", user) == 0)
  }

  /// Ranks 1 and 2 are not discounted to base 2 without an offset, rank 3 by log₂ 3.
  @Test func otherLogarithms() throws {
    let user = ranking(hits: [2, 3], of: 2)
    #expect(try worth("ndcg@3(offset=0)", user) == (1 + 1 / log2(3.0)) / 2)
    #expect(try worth("ndcg@3(base=10)", user) == 1)
  }

  @Test func thePureFunctionAndTheEvaluatorsTallyAgree() throws {
    var rule = NDCG()
    rule.at = 5
    for ideal in NDCG.Ideal.allCases {
      rule.ideal = ideal
      let user = ranking(hits: [1, 4, 6], of: 4)
      #expect(rule.worth(user).value == (try worth(Metric(rule).name, user)))
    }
  }

  /// Of ratings 3, 1 and 2 the hits at 2 and 3 have 1 and 2.
  @Test func ratingsAsGains() throws {
    let user = UserRanking(
      top: [7, 4, 5], hits: [2, 3], heldOutCount: 3, hitRatings: [1, 2], ratings: [3, 1, 2],
      candidateCount: 50)
    let (second, third) = (1 / log2(3.0), 1 / log2(4.0))
    #expect(
      try worth("ndcg@3(gain=linear)", user) == (second + 2 * third) / (3 + 2 * second + third))
    #expect(
      try worth("ndcg@3(gain=exponential)", user) == (second + 3 * third) / (7 + 3 * second + third)
    )
    #expect(try worth("ndcg@2(gain=exponential)", user) == second / (7 + 3 * second))
    #expect(
      try worth("ndcg@2(ideal=uncut,gain=exponential)", user) == second / (7 + 3 * second + third))
  }

  /// Two places for one item of rating 2, one of rating 1 and one that is not held out.
  @Test func ratingsOfEqualItemsCountByTheirChance() throws {
    let user = UserRanking(
      top: [7, 4], hits: [1], heldOutCount: 2, hitRatings: [2], ratings: [2, 1],
      candidateCount: 50, groups: [TieGroup(first: 1, size: 3, heldOut: 2, ratings: [2, 1])],
      isAveraged: true)
    let second = 1 / log2(3.0)
    #expect(try worth("ndcg@2(gain=linear)", user) == (1 + second) / (2 + second))
  }

  @Test func whoIsHeldOutWhatIsWorthNothingCountsAs0() throws {
    let user = UserRanking(
      top: [7, 4], hits: [1], heldOutCount: 1, hitRatings: [0], ratings: [0], candidateCount: 50)
    #expect(try worth("ndcg@2(gain=linear)", user) == 0)
    #expect(try #require(try worth("ndcg@2(gain=linear,averaging=micro)", user)).isNaN)
  }

  @Test(
    arguments: [
      (-1.0, "a rating of -1; expected 0 to 100"), (101, "a rating of 101"),
      (nil, "a held-out item without a rating"),
    ] as [(Double?, String)])
  func ratingsWithoutAWorthAreRefused(rating: Double?, message: String) throws {
    let heldOut = interactions(1, 3, [(0, 1)])
    let ratings = HeldOutRatings(
      of: heldOut, events: [Event(user: 0, item: 1, rating: rating)])
    let problem = #expect(throws: Problem.self) {
      try Evaluator(
        metrics: [Metric("ndcg@2(gain=exponential)")], masked: interactions(1, 3, []),
        heldOut: heldOut, ratings: ratings)
    }
    #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
  }

  @Test(arguments: ["full", "list"]) func idealListsOfRatingsAreOfHeldOutItems(ideal: String) {
    let problem = #expect(throws: Problem.self) {
      try Metric("ndcg@2(ideal=\(ideal),gain=linear)")
    }
    #expect(problem?.message.contains("expected truncated or uncut") == true)
  }
}
