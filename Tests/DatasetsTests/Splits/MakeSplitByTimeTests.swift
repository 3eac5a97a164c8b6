import Basics
import Datasets
import TestSupport
import Testing

/// Splits in which times decide what is tested.
extension MakeSplitTests {
  @Test func leaveOneOutTakesTheLastAndValidationTheOneBefore() throws {
    let data = tasteGroups()
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.leaveOneOut, validation: 1), seed: 1)
    for user in 0..<data.users {
      let own = data.events.filter { $0.user == Int32(user) }.sorted {
        ($0.time ?? 0) < ($1.time ?? 0)
      }
      guard own.count > 2 else { continue }
      #expect(Array(split.test[user]) == [own[own.count - 1].item])
      #expect(Array(split.validation[user]) == [own[own.count - 2].item])
    }
  }

  /// A user's only interaction is kept whether its time is known or not.
  @Test func leaveOneOutNeedsTimes() throws {
    let lone = Event(user: 0, item: 0)
    let known = events(
      [lone] + [1, 2].map { Event(user: 1, item: $0, time: Timestamp(seconds: Int64($0))) })
    let split = try makeSplit(
      known, feedback: .allRatings, settings: settings(.leaveOneOut), seed: 1)
    #expect(keys(split.test) == [6])
    let unknown = events([
      lone, Event(user: 1, item: 1), Event(user: 1, item: 3, time: 2),
    ])
    #expect(
      throws: Problem.data(
        "tiny: leave-one-out needs the time of every interaction, and user 2 has one without")
    ) { try makeSplit(unknown, feedback: .allRatings, settings: settings(.leaveOneOut), seed: 1) }
  }

  @Test func equalTimesGoByTheOrderOfTheLines() throws {
    let data = events([3, 1, 2].map { Event(user: 0, item: $0, time: 5) })
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.leaveOneOut), seed: 1)
    #expect(Array(split.test[0]) == [2])
  }

  @Test func byTimeTestsTheFuture() throws {
    let data = events([
      Event(user: 0, item: 0, time: 40), Event(user: 0, item: 1, time: 10),
      Event(user: 1, item: 2, time: 30), Event(user: 1, item: 3, time: 20),
    ])
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.byTime, test: 0.25, validation: 0.34),
      seed: 1)
    #expect(split.test.pairs.map { $0.1 } == [0])
    #expect(split.validation.pairs.map { $0.1 } == [2])
    #expect(split.train.pairs.map { $0.1 } == [1, 3])
  }

  /// Of each user the later half; who has one keeps it to learn from.
  @Test func byTimePerUserTestsTheFutureOfEach() throws {
    let data = events([
      Event(user: 0, item: 0, time: 40), Event(user: 0, item: 1, time: 10),
      Event(user: 0, item: 2, time: 30), Event(user: 0, item: 3, time: 20),
      Event(user: 1, item: 2, time: 50),
    ])
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.byTimePerUser, test: 0.5), seed: 1)
    #expect((0..<2).map { Array(split.test[$0]) } == [[0, 2], []])
    let unknown = events([Event(user: 0, item: 0, time: 1), Event(user: 0, item: 1)])
    #expect(
      throws: Problem.data(
        "tiny: by-time-per-user needs the time of every interaction, and user 1 has one without")
    ) {
      try makeSplit(unknown, feedback: .allRatings, settings: settings(.byTimePerUser), seed: 1)
    }
  }

  /// A paper's 6 : 4 is just that, however many events share the time where it divides them: of
  /// those the later lines are tested.
  @Test func equalTimesAreDividedWhereTheShareFalls() throws {
    let data = events(
      (0..<10).map { Event(user: 0, item: Int32(9 - $0), time: $0 < 2 ? 9 : 5) }, items: 10)
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.byTime, test: 0.4), seed: 1)
    // Lines 0 and 1 are the latest; 8 and 9 the last of the rest.
    #expect(split.test.pairs.map { $0.1 } == [0, 1, 8, 9])
    #expect(split.train.count == 6)
  }

  @Test func byTimeNeedsTimes() {
    let data = events([Event(user: 0, item: 0, time: 1), Event(user: 0, item: 1)])
    #expect(throws: Problem.data("tiny: a split by time needs the time of every interaction")) {
      try makeSplit(data, feedback: .allRatings, settings: settings(.byTime), seed: 1)
    }
  }
}
