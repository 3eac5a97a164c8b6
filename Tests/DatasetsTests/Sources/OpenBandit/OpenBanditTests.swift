import Basics
import TestSupport
import Testing

@testable import Datasets

@Suite struct OpenBanditTests {
  /// Two campaigns' worth of the published form: two items, so two affinities.
  private static let items = """
    ,item_id,item_feature_0,item_feature_1,item_feature_2,item_feature_3
    0,0,-0.5,aa,bb,cc
    1,1,0.25,dd,bb,ee

    """
  private static let log = """
    ,timestamp,item_id,position,click,propensity_score,u0,u1,u2,u3,a0,a1
    0,2019-11-24 00:00:34.762830+00:00,1,3,0,0.0125,p,q,r,s,0.0,2.0
    1,2019-11-25 13:01:00+00:00,0,1,1,0.0125,p,q,t,s,4.0,0.0

    """

  private func dataset(
    _ log: String = log, items: String = items
  ) throws -> Dataset {
    let parts = OpenBandit.Part.all.filter { $0.policy == "bts" && $0.campaign == "men" }
    return try OpenBandit.dataset(
      parts.map { ($0, Array(($0.isOfItems ? items : log).utf8)) })
  }

  @Test func anImpressionHasTheItemsFeaturesAndTheAffinityOfTheItemShown() throws {
    let data = try dataset()
    #expect(data.itemIDs == ["men/0", "men/1"] && data.events.map(\.item) == [1, 0])
    // 2019-11-24, a Sunday.
    #expect(
      data.events.map { $0.time?.nanoseconds } == [
        1_574_553_634_762_830_000, 1_574_686_860_000_000_000,
      ])
    #expect(data.column(named: "affinity")?.values == .numbers([2, 4]))
    #expect(data.column(named: "item-feature-0")?.values == .numbers([0.25, -0.5]))
    #expect(
      data.column(named: "item-feature-1")?.values
        == .categories(vocabulary: ["aa", "dd"], [1, 0]))
    #expect(
      data.column(named: "user-feature-2")?.values == .categories(vocabulary: ["r", "t"], [0, 1]))
    let clicks = try ClickSettings(
      decoding: ["label": "click", "fields": ["item", "position", "campaign", "weekday", "hour"]])
    let records = try Records(data, clicks)
    #expect(records.labels == [0, 1])
    guard case .categories(let days, let places) = records.columns[3].values else {
      Issue.record("a weekday is one of seven")
      return
    }
    #expect(places.map { days[Int($0)] } == ["Sunday", "Monday"])
  }

  @Test(arguments: [
    ("762830+00:00,1,", "762830+00:00,7,", "bts-men.csv:2: unknown item \"7\""),
    ("2019-11-25 13", "yesterday", "bts-men.csv:3: the time"),
    (",3,0,0.0125", ",3,maybe,0.0125", "bts-men.csv:2: click or affinity"),
    (",0.0,2.0", ",0.0", "bts-men.csv:2: expected 12 cells, found 11"),
  ])
  func namesFileAndLine(part: String, replacement: String, expected: String) {
    let problem = #expect(throws: Problem.self) {
      try dataset(Self.log.replacing(part, with: replacement))
    }
    #expect(problem?.message.hasPrefix(expected) == true, "\(problem?.message ?? "")")
  }

  @Test func itemsAreNumberedInTheirOrder() {
    let problem = #expect(throws: Problem.self) {
      try dataset(items: Self.items.replacing("1,1,0.25", with: "1,2,0.25"))
    }
    #expect(problem?.message.hasPrefix("bts-men-items.csv:3: expected item 1") == true)
  }

  @Test func anotherFileThanThePublishedOneIsRefused() async throws {
    try await withTemporaryFolder { folder in
      for part in OpenBandit.Part.all {
        try folder.write(part.isOfItems ? Self.items : Self.log, to: "open-bandit/\(part.file)")
      }
      await #expect(throws: Problem.self) {
        try await DatasetList.named("open-bandit").load(from: DataFolders(option: folder.path))
      }
    }
  }
}
