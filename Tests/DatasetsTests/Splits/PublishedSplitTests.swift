import Basics
import Testing

@testable import Datasets

@Suite struct PublishedSplitTests {
  /// Ten lines of three users, whose order no sorting gives.
  private static let events = [
    (2, 0), (0, 3), (1, 1), (0, 0), (2, 3), (0, 1), (1, 2), (2, 1), (0, 2), (1, 0),
  ].enumerated().map { place, pair in
    Event(
      user: Int32(pair.0), item: Int32(pair.1), rating: Double(1 + place % 5),
      time: Timestamp(nanoseconds: Int64(place) * 1_000_000_000))
  }
  private static let (users, items) = (["a", "b", "c"], ["w", "x", "y", "z"])

  /// The digests are those of `sha256sum`: of "a⇥x⇥1⇥5", "a⇥y⇥4⇥8", "b⇥w⇥5⇥9", "b⇥y⇥2⇥6" and
  /// "c⇥x⇥3⇥7", and of "a⇥z⇥2⇥1", "b⇥x⇥3⇥2" and "c⇥w⇥1⇥0", each with a line feed.
  private static let splits = [
    PublishedSplit(
      "half", .block(2, of: 2), "a73b16a6a88dc621faa3f89624b98634a9f10a6a723115835579dfe246e8677f"),
    PublishedSplit(
      "first", .ofEachUser(0..<1),
      "bc39c269438a8837d52f5c280514b98a339cd9cd2432b8ea75c2bc3f81a2c87f"),
    PublishedSplit("wrong", .block(1, of: 2), "00"),
  ]

  private func dataset(_ events: [Event] = events) -> Dataset {
    Dataset(
      name: "d", events: events, userIDs: Self.users, itemIDs: Self.items,
      published: PublishedLines(
        splits: Self.splits, events: Self.events, userIDs: Self.users, itemIDs: Self.items),
      digest: "")
  }

  private func split(
    _ dataset: Dataset, _ name: String, feedback: Feedback = .allRatings, validation: Double = 0
  ) throws(Problem) -> Split {
    var settings = SplitSettings()
    (settings.method, settings.name, settings.validation) = (.published, name, validation)
    return try makeSplit(dataset, feedback: feedback, settings: settings, seed: 1)
  }

  private func pairs(_ interactions: Interactions) -> [[Int32]] {
    (0..<interactions.users).map { Array(interactions[$0]) }
  }

  @Test func aBlockOfLinesIsTested() throws {
    let half = try split(dataset(), "half")
    #expect(pairs(half.test) == [[1, 2], [0, 2], [1]])
    #expect(pairs(half.train) == [[0, 3], [1], [0, 3]])
  }

  @Test func theFirstOfEachUserAreTested() throws {
    #expect(pairs(try split(dataset(), "first").test) == [[3], [1], [0]])
  }

  /// Whatever order the events lie in, and whichever of them count, the pairs are the same.
  @Test func itIsFoundByPairs() throws {
    #expect(try split(dataset(Self.events.sorted(by: Event.isBefore)), "half").test.count == 5)
    let liked = try split(dataset(), "half", feedback: .ratingAtLeast(3))
    #expect(pairs(liked.test) == [[2], [0], [1]])
    #expect(pairs(liked.train) == [[0], [1], [3]])
  }

  @Test func validationIsDrawnFromTheRest() throws {
    let parts = try split(dataset(), "half", validation: 0.4)
    #expect(parts.train.count == 3 && parts.validation.count == 2 && parts.test.count == 5)
    #expect(parts.test == (try split(dataset(), "half").test))
  }

  @Test func recordsAreDividedAlike() throws {
    var settings = SplitSettings()
    (settings.method, settings.name) = (.published, "half")
    let parts = try makeRecordSplit(dataset(), settings: settings, seed: 1)
    #expect(parts.train == [0, 1, 2, 3, 4] && parts.test == [5, 6, 7, 8, 9])
  }

  /// Other lines than those that were published are not taken for them.
  @Test func anotherDigestIsRefused() throws {
    let problem = #expect(throws: Problem.self) { try split(dataset(), "wrong") }
    #expect(problem?.message.contains("do not give the published split wrong") == true)
    let unknown = #expect(throws: Problem.self) { try split(dataset(), "hlaf") }
    #expect(unknown?.message.contains("did you mean \"half\"?") == true)
    let none = Dataset(
      name: "d", events: Self.events, userIDs: Self.users, itemIDs: Self.items, digest: "")
    #expect(throws: Problem.self) { try split(none, "half") }
  }
}
