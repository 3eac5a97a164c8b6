import Basics
import Datasets
import Testing

@Suite struct FeedbackTests {
  @Test func aPairThatCountsTwiceCountsAtItsFirstTime() throws {
    let events = [
      Event(user: 0, item: 0, rating: 3, time: 9), Event(user: 0, item: 1, rating: 3, time: 5),
      Event(user: 0, item: 0, rating: 3, time: 4), Event(user: 0, item: 0, rating: 1, time: 1),
    ]
    let data = Dataset(
      name: "twice", events: events, userIDs: ["u"], itemIDs: ["a", "b"], digest: "")
    #expect(try Feedback.ratingAtLeast(3).select(data) == [events[1], events[2]])
    #expect(try Feedback.allRatings.select(data) == [events[1], events[3]])
  }

  private let data = Dataset(
    name: "tiny",
    events: [3, 4, 5, nil].enumerated().map { Event(user: 0, item: Int32($0), rating: $1) },
    userIDs: ["u"], itemIDs: ["a", "b", "c", "d"], digest: "")

  @Test func selectsByRating() throws {
    #expect(try Feedback.allRatings.select(data).count == 4)
    #expect(try Feedback.ratingAtLeast(4).select(data).map(\.item) == [1, 2])
    // An unknown rating is not at least minus one.
    #expect(try Feedback.ratingAtLeast(-1).select(data).map(\.item) == [0, 1, 2])
  }

  @Test func saysWhyNothingIsLeft() {
    #expect(throws: Problem.data("tiny: no rating is at least 6")) {
      try Feedback.ratingAtLeast(6).select(data)
    }
    let unrated = Dataset(
      name: "log", events: [Event(user: 0, item: 0)], userIDs: ["u"], itemIDs: ["i"], digest: "")
    #expect(throws: Problem.data("log: has no ratings, which \"ratingAtLeast\" needs")) {
      try Feedback.ratingAtLeast(4).select(unrated)
    }
  }

  /// Withheld ratings of 3 and less are no matter above 3, and are refused at 3 and below.
  @Test func refusesWhereAWithheldRatingMightCount() throws {
    let partial = Dataset(
      name: "part", events: data.events, userIDs: data.userIDs, itemIDs: data.itemIDs,
      unknownRatingsAtMost: 3, digest: "")
    #expect(try Feedback.ratingAtLeast(3.5).select(partial).map(\.item) == [1, 2])
    #expect(try Feedback.allRatings.select(partial).count == 4)
    #expect(
      throws: Problem.data(
        "part: 1 ratings are unknown and may be up to 3; \"ratingAtLeast\" 3 needs them:"
          + " expected more than that, or the complete data set")
    ) { try Feedback.ratingAtLeast(3).select(partial) }
  }

  @Test(arguments: [Feedback.allRatings, .ratingAtLeast(3.5)])
  func survivesEncoding(rule: Feedback) throws {
    #expect(try Feedback(decoding: rule.encoded) == rule)
  }

  @Test(arguments: [
    "\"all\"", "4", "{}", "{\"ratingAtLeast\": \"4\"}", "{\"ratingAtleast\": 4}",
  ])
  func refusesOtherRules(text: String) throws {
    let json = try JSON.parse(text, file: "spec.json")
    #expect(throws: Problem.self) { try Feedback(decoding: json) }
  }
}
