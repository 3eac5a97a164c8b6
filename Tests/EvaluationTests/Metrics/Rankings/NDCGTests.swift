import Foundation
import Testing

@testable import Evaluation

@Suite struct NDCGTests {
  @Test func `discounted gain over that of the ideal list`() throws {
    let user = ranking(hits: [2, 3, 9], of: 3)
    let gain = 1 / log2(3.0) + 1 / log2(4.0)
    let ideal = 1 + gain
    #expect(try worth("ndcg@5", user) == gain / ideal)
    let full = ideal + 1 / log2(5.0) + 1 / log2(6.0)
    #expect(try worth("ndcg@5(ideal=full)", user) == gain / full)
    #expect(try worth("ndcg@2", user) == (1 / log2(3.0)) / (1 + 1 / log2(3.0)))
  }

  @Test func `a perfect list is worth 1 only when the ideal is truncated`() throws {
    let user = ranking(hits: [1, 2], of: 2)
    #expect(try worth("ndcg@5", user) == 1)
    #expect(try #require(try worth("ndcg@5(ideal=full)", user)) < 0.6)
  }

  @Test func `the pure function and the evaluator's tally agree`() throws {
    var rule = NDCG()
    rule.at = 5
    for ideal in NDCG.Ideal.allCases {
      rule.ideal = ideal
      let user = ranking(hits: [1, 4, 6], of: 4)
      #expect(rule.worth(user).value == (try worth(Metric(rule).name, user)))
    }
  }
}
