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
}
