import Basics
import Testing

@testable import Datasets

@Suite struct DuplicatesTests {
  /// Of (0, 0) three events, of (0, 1) one, of (1, 0) two without a time.
  private let events = [
    Event(user: 0, item: 0, rating: 3, time: 9), Event(user: 0, item: 1, rating: 3, time: 5),
    Event(user: 0, item: 0, rating: 2, time: 4), Event(user: 1, item: 0, rating: 1),
    Event(user: 0, item: 0, time: 6), Event(user: 1, item: 0, rating: 4),
  ]

  @Test func oneOfAPairIsKeptWhereItWas() {
    #expect(Duplicates.first.merge(events) == [events[1], events[2], events[3]])
    #expect(Duplicates.last.merge(events) == [events[0], events[1], events[5]])
    #expect(Duplicates.keep.merge(events) == events)
  }

  @Test func ratingsAreAddedUp() {
    #expect(
      Duplicates.sum.merge(events) == [
        events[1], Event(user: 0, item: 0, rating: 5, time: 4),
        Event(user: 1, item: 0, rating: 5),
      ])
  }

  @Test func sumsAreWhatTheFeedbackRuleSees() throws {
    let data = Dataset(
      name: "plays", events: events, userIDs: ["u", "v"], itemIDs: ["a", "b"], digest: "")
    let heavy = Selection(feedback: .ratingAtLeast(5), duplicates: .sum)
    #expect(try heavy.events(of: data).events.map(\.pair) == [events[0].pair, events[3].pair])
    let single = Selection(feedback: .ratingAtLeast(3), duplicates: .first)
    // The pair's first event is below 3, but not the first of those that count.
    #expect(try single.events(of: data).events == [events[0], events[1], events[5]])
    #expect(try single.events(of: data).places == [0, 1, 5])
    #expect(try heavy.events(of: data).places == [2, 3])
  }

  /// The last event of a user is held out, and not tested where its item was met before.
  @Test func keptRepeatsMakeLongerSequences() throws {
    let log = [1, 2, 1, 3].enumerated().map {
      Event(user: 0, item: $1, time: Timestamp(seconds: Int64($0)))
    }
    let again = [1, 2, 1].enumerated().map {
      Event(user: 1, item: $1, time: Timestamp(seconds: Int64($0)))
    }
    let data = Dataset(
      name: "log", events: log + again, userIDs: ["u", "v"], itemIDs: ["a", "b", "c", "d"],
      digest: "")
    var settings = SplitSettings()
    settings.method = .leaveOneOut
    let split = try makeSplit(
      data, feedback: .allRatings, duplicates: .keep, settings: settings, seed: 1)
    #expect(split.test.pairs.map { [$0.0, $0.1] } == [[0, 3]])
    let sequences = try #require(Sequences(split.train, events: split.trainPart.events))
    #expect(Array(sequences[0]) == [1, 2, 1] && Array(sequences[1]) == [1, 2])
  }

  /// What a user comes back to is found again, and learned from all the same.
  @Test func whatIsMetAgainCanBeFoundAgain() throws {
    let log = [(0, 1), (0, 2), (1, 1), (0, 1), (1, 1)].enumerated().map {
      Event(user: $1.0, item: $1.1, time: Timestamp(seconds: Int64($0)))
    }
    let data = Dataset(
      name: "log", events: log, userIDs: ["u", "v"], itemIDs: ["a", "b", "c"], digest: "")
    var settings = SplitSettings()
    (settings.method, settings.test) = (.byTime, 0.4)
    let split = try makeSplit(
      data, feedback: .allRatings, duplicates: .revisit, settings: settings, seed: 1)
    #expect(split.train.pairs.map { [$0.0, $0.1] } == [[0, 1], [0, 2], [1, 1]])
    #expect(split.test.pairs.map { [$0.0, $0.1] } == [[0, 1], [1, 1]])
    #expect(split.testPart.records == [3, 4] && split.trainPart.records == [0, 1, 2])
    let problem = #expect(throws: Problem.self) {
      try makeSplit(data, feedback: .allRatings, duplicates: .keep, settings: settings, seed: 1)
    }
    #expect(
      problem?.message == "log: every interaction that is held out was learned from too")
  }
}
