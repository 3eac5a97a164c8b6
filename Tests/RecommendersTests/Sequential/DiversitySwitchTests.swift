import Basics
import Datasets
import Testing

@testable import Recommenders

@Suite struct DiversitySwitchTests {
  /// Users of 2 kinds of 4 items, of 1 of 4, of 2 of 2, and of nothing; item 6 has two kinds, item
  /// 7 none.
  private static let rows: [[Int32]] = [[0, 1, 2, 3], [0, 2, 4, 7], [5, 6], []]

  private static func data() -> TrainingData {
    let events = rows.enumerated().flatMap { user, items in
      items.map { Event(user: Int32(user), item: $0, time: Timestamp(seconds: Int64($0) + 1)) }
    }
    let kinds = Feature(
      name: "kind", vocabulary: ["even", "odd"],
      indices: [[0], [1], [0], [1], [0], [1], [0, 1], []])
    return TrainingData(
      interactions: Interactions(users: 4, items: 8, pairs: events.map { ($0.user, $0.item) }),
      itemFeatures: [kinds], events: events)
  }

  private static let parts: (gru: JSON, gan: JSON) = (
    ["width": 4],
    ["attributes": ["kind"], "generatorHidden": [3], "discriminatorHidden": [2]]
  )

  private func settings(threshold: Double) -> JSON {
    JSON.object([
      ("threshold", .number(threshold)), ("attribute", "kind"), ("gruNR", Self.parts.gru),
      ("urGAN", Self.parts.gan),
    ])
  }

  /// ω is 1/2, 1/4, 1 and, of the last, nothing.
  @Test(
    arguments: [
      (0.0, [true, true, true, false]), (0.25, [true, true, true, false]),
      (0.26, [true, false, true, false]), (0.5, [true, false, true, false]),
      (0.6, [false, false, true, false]), (1.1, [false, false, false, false]),
    ])
  func whoHasAtLeastAsManyKindsAnItemAsPGetsTheGANsScores(
    _ threshold: Double, _ isDiverse: [Bool]
  ) throws {
    let data = Self.data()
    let made = try RecommenderList.named("diversity-switch")
      .make(settings(threshold: threshold), data, 3)
    let focused = try RecommenderList.named("gru-nr").make(Self.parts.gru, data, 3)
    let diverse = try RecommenderList.named("ur-gan").make(Self.parts.gan, data, 3)
    for _ in 0..<2 {
      #expect(made.trainEpoch() == focused.trainEpoch() + diverse.trainEpoch())
    }
    for user in 0..<4 {
      let expected = (isDiverse[user] ? diverse : focused).scores(of: user..<user + 1, items: 8)
      #expect(made.scores(of: user..<user + 1, items: 8) == expected)
    }
    let share = Double(isDiverse.count { $0 }) / 3
    #expect(made.observations == [Observation("share of users left to ur-gan", share)])
  }

  @Test func refusesAnAttributeThatTheDataLack() throws {
    let type = try RecommenderList.named("diversity-switch")
    let wrong = settings(threshold: 0.5).merging(patch: ["attribute": "kinds"])
    #expect(
      throws: Problem.usage(
        "diversity-switch: the data set has no item attribute \"kinds\"; did you mean \"kind\"?")
    ) { try type.check(wrong, Self.data()) }
    let inner = settings(threshold: 0.5).merging(patch: ["urGAN": ["attributes": ["kinds"]]])
    #expect(
      throws: Problem.usage(
        "ur-gan: the data set has no item attribute \"kinds\"; did you mean \"kind\"?")
    ) { try type.check(inner, Self.data()) }
  }
}
