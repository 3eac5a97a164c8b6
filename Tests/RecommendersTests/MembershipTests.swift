import Basics
import Datasets
import Testing

@testable import Recommenders

@Suite struct MembershipTests {
  /// 7 × 64 and 5 × 13 pairs: rows that start on a word's first bit, and rows that do not.
  @Test(arguments: [(7, 64), (5, 13), (1, 1), (3, 129)])
  func agreesWithTheInteractionsOnEveryPair(_ users: Int, _ items: Int) {
    var random = Random(seed: 1, stream: "membership")
    var pairs: [(Int32, Int32)] = []
    for user in 0..<users {
      for item in 0..<items where random.below(3) == 0 { pairs.append((Int32(user), Int32(item))) }
    }
    let interactions = Interactions(users: users, items: items, pairs: pairs)
    let membership = Membership(interactions)
    for user in 0..<users {
      for item in 0..<items {
        let expected = pairs.contains { $0 == (Int32(user), Int32(item)) }
        #expect(membership.contains(Int32(user), Int32(item)) == expected)
      }
    }
  }
}
