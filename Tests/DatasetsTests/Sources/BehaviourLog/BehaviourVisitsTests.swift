import Basics
import Testing

@testable import Datasets

/// The simulated log of what users did, for ranking by times.
@Suite struct BehaviourVisitsTests {
  private static let settings = {
    var settings = BehaviourLogSettings()
    (settings.users, settings.items, settings.records) = (100, 400, 20_000)
    (settings.categories, settings.subcategories) = (20, 40)
    settings.form = .behaviours
    return settings
  }()
  private static let log = BehaviourLog.dataset(settings)

  private let kinds: [BehaviourChain] = {
    guard case .categories(let names, let places)? = log.columns.first?.values else { return [] }
    return places.map { BehaviourChain(rawValue: names[Int($0)]) ?? .view }
  }()

  @Test func hasTheSizesItIsAskedForAndTimes() {
    let log = Self.log
    #expect(log.events.count == 20_000 && log.users == 100 && log.items == 400)
    #expect(log.columns.map(\.name) == ["behaviour"])
    #expect(log.events.allSatisfy { $0.time != nil })
    #expect(Set(log.events.map(\.user)).count == 100)
    #expect(Set(kinds).count == 5)
    #expect(log.itemFeatures.map(\.name) == ["category", "subcategory"])
  }

  @Test func isTheSameForTheSameSeedAndOnlyForIt() {
    #expect(BehaviourLog.dataset(Self.settings) == Self.log)
    var other = Self.settings
    other.seed = 2
    #expect(BehaviourLog.dataset(other).digest != Self.log.digest)
    other = Self.settings
    other.loyalty = 0.5
    #expect(BehaviourLog.dataset(other).digest != Self.log.digest)
  }

  /// Within a session a kind follows another as the chain allows, on the same item; else a view.
  @Test func kindsFollowEachOtherInTheirOrder() {
    let may: [BehaviourChain: Set<BehaviourChain>] = [
      .favourite: [.view], .cart: [.view, .favourite], .repurchase: [.cart],
      .comment: [.repurchase],
    ]
    let events = Self.log.events
    for place in 1..<events.count where kinds[place] != .view {
      #expect(may[kinds[place]]?.contains(kinds[place - 1]) == true)
      #expect(events[place].pair == events[place - 1].pair)
    }
  }

  /// Counted from the log alone: of a user's views most are in the three categories that he looks
  /// at most, and purchases nearly always are.
  @Test func usersReturnToFewCategories() throws {
    let category = Self.log.itemFeatures[0].values
    func shares(of kind: BehaviourChain) -> Double {
      var counts = [[Int]](repeating: [Int](repeating: 0, count: 20), count: 100)
      for (event, own) in zip(Self.log.events, kinds) where own == kind {
        counts[Int(event.user)][Int(category[Int(event.item)].first ?? 0)] += 1
      }
      let most = counts.map { $0.sorted(by: >).prefix(3).reduce(0, +) }.reduce(0, +)
      return Double(most) / Double(counts.joined().reduce(0, +))
    }
    // Loyalty 0.8, and three twentieths of the rest by chance: 0.83; of purchases
    // 0.83 / (0.83 + 0.17 · 0.3²) at least, as restraint counts once a step.
    #expect(abs(shares(of: .view) - 0.83) < 0.05, "\(shares(of: .view))")
    #expect(shares(of: .repurchase) > 0.95, "\(shares(of: .repurchase))")
  }

  /// Of what is bought in a category, half is what was bought there before, and more by chance.
  @Test func whatWasBoughtIsBoughtAgain() {
    var bought: Set<Int64> = []
    var (again, all) = (0, 0)
    for (event, kind) in zip(Self.log.events, kinds) where kind == .repurchase {
      if !bought.insert(event.pair).inserted { again += 1 }
      all += 1
    }
    #expect(all > 500 && Double(again) > 0.4 * Double(all), "\(again) of \(all)")
  }

  @Test(arguments: [
    (#"{"favourites": 2}"#, "\"favourites\" is not used by the form \"impressions\""),
    (#"{"form": "behaviours", "viewShare": 0.5}"#, "\"viewShare\" is not used by the form"),
    (
      #"{"form": "behaviours", "categories": 2, "favourites": 3}"#,
      "3 favourites of 2 categories; expected 2 at most"
    ),
    (#"{"form": "behaviors"}"#, "did you mean \"behaviours\"?"),
  ])
  func refusesWhatTheFormDoesNotUse(text: String, message: String) {
    let problem = #expect(throws: Problem.self) {
      try BehaviourLogSettings(decoding: JSON.parse(text, file: "spec.json"))
    }
    #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
  }

  /// The form that there was before there was a choice is not said.
  @Test func theUsualFormIsLeftOut() {
    let keys = (try? BehaviourLogSettings().encoded().asObject().map(\.key)) ?? []
    #expect(!keys.contains("form") && !keys.contains("loyalty") && keys.contains("seed"))
    #expect((try? BehaviourLogSettings(decoding: Self.settings.encoded())) == Self.settings)
    #expect(BehaviourLogSettings().behaviours == nil && Self.settings.behaviours?.count == 5)
  }
}
