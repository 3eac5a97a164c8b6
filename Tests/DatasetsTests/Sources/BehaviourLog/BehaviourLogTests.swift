import Basics
import Foundation
import Testing

@testable import Datasets

@Suite struct BehaviourLogTests {
  static let settings = {
    var settings = BehaviourLogSettings()
    (settings.users, settings.items, settings.records) = (200, 500, 30_000)
    (settings.categories, settings.subcategories) = (5, 20)
    return settings
  }()
  static let log = BehaviourLog.dataset(settings)

  @Test func hasTheSizesItIsAskedFor() throws {
    let log = Self.log
    #expect(log.events.count == 30_000 && log.users == 200 && log.items == 500)
    func distinct(_ name: String) throws -> Int {
      guard case .categories(_, let values) = try #require(log.column(named: name)).values else {
        return 0
      }
      return Set(values).count
    }
    #expect(try distinct("category") == 5 && distinct("subcategory") == 20)
    #expect(try distinct("season") == 4 && distinct("stage") == 4 && distinct("position") == 10)
    #expect(try distinct("hour") == 24 && distinct("weekday") == 7)
    // Four deviations of a binomial share.
    let purchases = Double(log.events.count { $0.rating == 3 }) / 30_000
    let views = Double(log.events.count { $0.rating == 1 }) / 30_000
    #expect(abs(purchases - 1 / 15) < 0.006 && abs(views - 11 / 15) < 0.011)
    // Within a session records are half a minute apart; sessions follow by their beginnings.
    let beginnings = try starts(log)
    #expect(beginnings.count > 4000 && beginnings == beginnings.sorted())
  }

  /// The times of the first records of all sessions.
  private func starts(_ log: Dataset) throws -> [Int64] {
    guard case .categories(_, let positions) = try #require(log.column(named: "position")).values
    else { return [] }
    return zip(log.events, positions).filter { $1 == 0 }.map { $0.0.time?.seconds ?? 0 }
  }

  @Test func isTheSameForTheSameSeedAndOnlyForIt() {
    #expect(BehaviourLog.dataset(Self.settings) == Self.log)
    var other = Self.settings
    other.seed = 2
    #expect(BehaviourLog.dataset(other).digest != Self.log.digest)
  }

  /// Among records of nearly one probability, the share of purchases is that probability.
  @Test func purchasesFollowTheTrueProbabilities() throws {
    guard case .numbers(let truths)? = Self.log.column(named: Records.truthName)?.values,
      case .numbers(let purchases)? = Self.log.column(named: "purchase")?.values
    else {
      Issue.record("a column is missing")
      return
    }
    let order = truths.indices.sorted { truths[$0] < truths[$1] }
    for tenth in 0..<10 {
      let own = order[(tenth * 3000)..<((tenth + 1) * 3000)]
      let expected = own.reduce(0) { $0 + Double(truths[$1]) } / 3000
      let share = own.reduce(0) { $0 + Double(purchases[$1]) } / 3000
      #expect(abs(share - expected) < 4 * (expected * (1 - expected) / 3000).squareRoot())
    }
    #expect(truths.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func noModelMayKnowTheTruthOrTheLabel() throws {
    for name in [Records.truthName, "purchase"] {
      #expect(throws: Problem.self) {
        try Records(
          Self.log,
          ClickSettings(decoding: ["label": "purchase", "fields": [.string(name)]]))
      }
    }
    #expect(
      try Records(Self.log, ClickSettings(decoding: ["label": "purchase", "fields": ["user"]]))
        .truths?.count == 30_000)
  }

  /// An item is introduced, grows, matures, declines: no stage comes before an earlier one.
  @Test func anItemGoesThroughTheStagesInTheirOrder() {
    guard case .categories(_, let stages)? = Self.log.column(named: "stage")?.values else {
      Issue.record("there are no stages")
      return
    }
    var latest: [Int32: Int32] = [:]
    var backwards = 0
    for (event, stage) in zip(Self.log.events, stages) {
      if stage < latest[event.item] ?? 0 { backwards += 1 }
      latest[event.item] = stage
    }
    #expect(backwards == 0 && Set(latest.values).count == 4)
  }

  @Test(arguments: [
    (#"{"purchaseShare": 0.5, "viewShare": 0.6}"#, "expected 1 at most"),
    (#"{"categories": 30, "subcategories": 20}"#, "at least 30 subcategories"),
    (#"{"recods": 5}"#, "did you mean \"records\"?"),
  ])
  func refusesImpossibleSizes(json: String, expected: String) throws {
    let problem = #expect(throws: Problem.self) {
      try BehaviourLogSettings(decoding: JSON.parse(json, file: ""))
    }
    #expect(problem?.message.contains(expected) == true)
    #expect(throws: Problem.self) {
      try DataSettings(
        decoding: JSON.parse(#"{"dataset": "ml-100k", "simulation": {}}"#, file: ""))
    }
  }
}
