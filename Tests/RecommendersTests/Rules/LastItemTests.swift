import Basics
import Datasets
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// Rules from last items and session neighbourhoods against `Tests/Golden/last_item.json`, which
/// `last_item.py` beside it has computed with NumPy from their definitions.
@Suite struct LastItemTests {
  private static let cases = 13

  /// The sequences of the golden cases; a user's last event has the time of `ends`.
  private static func data(_ golden: JSON) throws -> TrainingData {
    let sequences = try golden.member("sequences").asArray()
    let ends = try golden.member("ends").asArray().map { Int64(try $0.asInteger()) }
    var events: [Event] = []
    for (user, sequence) in sequences.enumerated() {
      let items = try sequence.asArray().map { Int32(try $0.asInteger()) }
      for (place, item) in items.enumerated() {
        let time = Timestamp(seconds: 1000 + ends[user] - Int64(items.count - 1 - place))
        events.append(Event(user: Int32(user), item: item, time: time))
      }
    }
    return TrainingData(
      interactions: Interactions(
        users: sequences.count, items: try golden.member("items").asInteger(),
        pairs: events.map { ($0.user, $0.item) }),
      events: events)
  }

  @Test(arguments: 0..<cases) func itemsAreInTheOrderOfAnotherProgram(_ number: Int) throws {
    let golden = try Golden.json("last_item")
    let cases = try golden.member("cases").asArray()
    #expect(cases.count == Self.cases)
    let (data, one) = (try Self.data(golden), cases[number])
    let (settings, name) = (try one.member("settings"), try one.member("recommender").asString())
    let (users, items) = (data.interactions.users, data.interactions.items)
    let scores = try RecommenderList.named(name).make(settings, data, 1)
      .scores(of: 0..<users, items: items)
    let heldBack = try settings[HeldBack.key]?.asInteger() ?? 0
    let counted = try data.sequences(for: name).withoutLast(heldBack)
    let popularity = (0..<items).map { item in counted.items.count { Int($0) == item } }
    for (user, row) in try one.member("values").asArray().enumerated() {
      let values = try row.asArray().map { try $0.asNumber() }
      let own = scores[user * items..<(user + 1) * items].map { Double($0) }
      if name == SessionKNN.name {
        #expect(zip(values, own).allSatisfy { abs($0 - $1) < 1e-5 })
        continue
      }
      for a in 0..<items {
        #expect((values[a] > 0) == (own[a] >= 1))
        for b in 0..<items where abs(values[a] - values[b]) > 1e-6 {
          #expect((values[a] < values[b]) == (own[a] < own[b]), "user \(user): \(a), \(b)")
        }
        // Weights are in single precision, so that equal sums of several may differ.
        guard settings["lastWeights"] == nil else { continue }
        for b in 0..<items where abs(values[a] - values[b]) < 1e-8 {
          #expect((popularity[a] < popularity[b]) == (own[a] < own[b]), "user \(user): \(a), \(b)")
        }
      }
    }
  }

  @Test func allUsersAreASampleAndThenSessionsAreUserNeighbours() throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    for settings: JSON in [["neighbours": 5], ["neighbours": 7, "ties": "shared"]] {
      let users = 0..<users
      let own = try RecommenderList.named("session-knn")
        .make(settings.merging(patch: ["sampleSize": .null]), data, 1)
      let other = try RecommenderList.named("user-knn").make(settings, data, 1)
      #expect(
        identical(own.scores(of: users, items: items), other.scores(of: users, items: items)))
    }
  }

  @Test func oneStepIsTheOrderOfAMarkovChain() throws {
    let data = try Self.data(Golden.json("last_item"))
    let (users, items) = (data.interactions.users, data.interactions.items)
    for heldBack in [0, 1, 3] {
      let held: JSON = .object([("heldBack", .integer(heldBack))])
      let rules = try RecommenderList.named("sequential-rules")
        .make(held.merging(patch: ["steps": 1]), data, 1).scores(of: 0..<users, items: items)
      let chain = try RecommenderList.named("markov-chain").make(held, data, 1)
        .scores(of: 0..<users, items: items)
      for user in 0..<users {
        func order(_ scores: [Float]) -> [Int] {
          (0..<items).sorted { (scores[user * items + $1], $0) < (scores[user * items + $0], $1) }
        }
        #expect(order(rules) == order(chain))
      }
    }
  }

  @Test func decaysAreThoseOfTheFormulas() {
    #expect(StepDecay.reciprocal.weights(steps: 3) == [1, 0.5, 1.0 / 3])
    #expect(StepDecay.quadratic.weights(steps: 3) == [1, 0.25, 1.0 / 9])
    #expect(StepDecay.linear.weights(steps: 4) == [1, 0.75, 0.5, 0.25])
    #expect(StepDecay.none.weights(steps: 2) == [1, 1])
  }

  /// 0 → 1 once and → 2 once, at two steps and one; user 1 has 0 alone.
  @Test func rulesWeighByDistance() throws {
    let events = [(0, 0, 1), (0, 2, 2), (0, 1, 3), (1, 0, 9)].map { user, item, time in
      Event(user: user, item: item, time: Timestamp(seconds: Int64(time)))
    }
    let data = TrainingData(
      interactions: Interactions(users: 2, items: 4, pairs: events.map { ($0.user, $0.item) }),
      events: events)
    let rules = try RecommenderList.named("sequential-rules").make([:], data, 1)
    // By numbers 0 has 2, 1 and 2 have 1: thirds. To 2 it is one step, to 1 two.
    let (one, two): (Float, Float) = (1 / 3, 2 / 3)
    #expect(rules.scores(of: 1..<2, items: 4) == [two, 1, 2, 0])
    // Nothing came after 1.
    #expect(rules.scores(of: 0..<1, items: 4) == [two, one, one, 0])
    let held = try RecommenderList.named("sequential-rules").make(["heldBack": 1], data, 1)
    // Left are 0, 2 and nothing: user 1 is still scored from 0.
    #expect(held.scores(of: 1..<2, items: 4) == [0.5, 0, 1, 0])
  }

  @Test(arguments: ["sequential-rules", "item-rules", "session-knn"])
  func refusesDataWithoutTimesBeforeAndWhenItIsMade(_ name: String) throws {
    let type = try RecommenderList.named(name)
    let data = TrainingData(
      interactions: Interactions(users: 1, items: 2, pairs: [(0, 0), (0, 1)]),
      events: [Event(user: 0, item: 0, time: 5), Event(user: 0, item: 1)])
    let problem = Problem.data(
      "\(name): needs the time of every interaction, and the data set does not tell all")
    #expect(throws: problem) { try type.check([:], data) }
    #expect(throws: problem) { try type.make([:], data, 1) }
    guard name == "session-knn" else { return }
    #expect(throws: Never.self) { try type.make(["sampleSize": .null], data, 1) }
    #expect(throws: problem) { try type.check(["sampleSize": .null, "heldBack": 1], data) }
  }

  @Test func moreNeighboursRulesOrStepsThanThereAreIsAllOfThem() throws {
    let data = try Self.data(Golden.json("last_item"))
    let (users, items) = (data.interactions.users, data.interactions.items)
    for (name, settings, same) in [
      ("session-knn", ["neighbours": 1_000_000, "sampleSize": 1_000_000], ["neighbours": 24]),
      ("item-rules", ["rulesPerItem": 1_000_000], [:]),
      ("sequential-rules", ["steps": 1000, "rulesPerItem": 14], ["steps": 9]),
    ] as [(String, JSON, JSON)] {
      let type = try RecommenderList.named(name)
      #expect(
        identical(
          try type.make(settings, data, 1).scores(of: 0..<users, items: items),
          try type.make(same, data, 1).scores(of: 0..<users, items: items)))
    }
  }
}
