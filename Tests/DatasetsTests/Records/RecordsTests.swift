import Basics
import Testing

@testable import Datasets

@Suite struct RecordsTests {
  private func records(_ json: String, of dataset: Dataset = shop) throws -> Records {
    try Records(dataset, ClickSettings(decoding: JSON.parse(json, file: "spec")))
  }

  private func problem(_ json: String, of dataset: Dataset = shop) -> Problem? {
    do {
      _ = try records(json, of: dataset)
      return nil
    } catch { return error as? Problem }
  }

  @Test func aRatingOrAColumnIsTheLabel() throws {
    #expect(
      try records(#"{"label": {"ratingAtLeast": 4}, "fields": ["user"]}"#).labels == [
        1, 0, 1, 0, 0, 1,
      ])
    #expect(try records(#"{"label": "bought", "fields": ["user"]}"#).labels == [1, 0, 0, 1, 0, 1])
  }

  @Test(arguments: [
    (#"{"label": "bougt", "fields": ["user"]}"#, "did you mean \"bought\"?"),
    (#"{"label": "price", "fields": ["user"]}"#, "shop, record 2: the label \"price\" is 2"),
    (#"{"label": "place", "fields": ["user"]}"#, "not a column of numbers"),
    (
      #"{"label": "bought", "fields": ["gerne"]}"#,
      "has no field \"gerne\"; did you mean \"genre\"?"
    ),
    (#"{"label": "bought", "fields": ["user", "user"]}"#, "the field \"user\" is named twice"),
    (#"{"label": "bought", "fields": ["bought"]}"#, "\"bought\" is the label"),
    (#"{"label": "bought", "fields": [{"field": "price", "minimumCount": 2}]}"#, "is not used by"),
    (#"{"label": "bought", "fields": []}"#, "this list is empty"),
    (
      #"{"label": "bought", "fields": [{"field": "place", "buckets": 3}]}"#,
      "not a field of numbers"
    ),
    (#"{"label": "all-ratings"}"#, "is missing"),
  ])
  func refusesInOneLine(json: String, expected: String) {
    let message = problem(json)?.message ?? "nothing"
    #expect(message.contains(expected) && !message.contains("\n"), "\(message)")
  }

  @Test func withheldRatingsCannotDecide() {
    var events = shop.events
    events[3].rating = nil
    let withheld = Dataset(
      name: "partial", events: events, userIDs: shop.userIDs, itemIDs: shop.itemIDs,
      unknownRatingsAtMost: 3, digest: "")
    let missing = Dataset(
      name: "gap", events: events, userIDs: shop.userIDs, itemIDs: shop.itemIDs, digest: "")
    let three = #"{"label": {"ratingAtLeast": 3}, "fields": ["user"]}"#
    #expect(problem(three, of: withheld)?.message.contains("1 ratings are unknown") == true)
    #expect(problem(#"{"label": {"ratingAtLeast": 4}, "fields": ["user"]}"#, of: withheld) == nil)
    #expect(problem(three, of: missing)?.message.contains("record 4: has no rating") == true)
  }

  @Test func encodesAndDecodesToTheSameSettings() throws {
    let json =
      #"{"label":"bought","fields":["user",{"field":"price","minimumCount":1,"buckets":3}]}"#
    let settings = try ClickSettings(decoding: JSON.parse(json, file: ""))
    #expect(try ClickSettings(decoding: settings.encoded()) == settings)
    #expect(settings.encoded() == (try JSON.parse(json, file: "")))
  }
}
