import Basics
import Testing

@testable import Datasets
@testable import Recommenders

/// What a column of the data set says of each event that is learned from.
@Suite struct TrainingColumnsTests {
  /// In time: u meets 1, 0, 1 and v meets 0, 1; the last two of all are tested.
  private let log = Dataset(
    name: "log",
    events: [(0, 1, 30), (0, 1, 10), (1, 0, 15), (0, 0, 20), (1, 1, 40)].map {
      Event(user: $0.0, item: $0.1, time: Timestamp(seconds: $0.2))
    }, userIDs: ["u", "v"], itemIDs: ["a", "b"],
    columns: [
      Column("behaviour", .categories(vocabulary: ["pv", "buy"], [1, 0, 0, 1, 1])),
      Column("true-probability", .numbers([0, 0, 0, 0, 0])),
    ], digest: "")

  private func training() throws -> TrainingData {
    var settings = SplitSettings()
    (settings.method, settings.test) = (.byTime, 0.4)
    let split = try makeSplit(
      log, feedback: .allRatings, duplicates: .revisit, settings: settings, seed: 1)
    return TrainingData(split.train, part: split.trainPart, of: log)
  }

  @Test func aColumnFollowsTheEventsIntoTheirSequences() throws {
    let data = try training()
    #expect(data.events.map(\.time) == [10, 15, 20])
    let column = try data.column("behaviour", for: "it")
    #expect(column.values == .categories(vocabulary: ["pv", "buy"], [0, 0, 1]))
    let sequences = try data.sequences(for: "it")
    #expect(Array(sequences[0]) == [1, 0] && Array(sequences[1]) == [0])
    // Of u the first and the third event, of v the second.
    #expect(sequences.events == [0, 2, 1])
  }

  @Test func whatIsNotThereIsRefused() throws {
    let data = try training()
    #expect(
      throws: Problem.usage(
        "it: the data set has no column \"behavior\"; did you mean \"behaviour\"?")
    ) { try data.column("behavior", for: "it") }
    #expect(throws: Problem.self) { try data.column("true-probability", for: "it") }
    let bare = TrainingData(
      interactions: data.interactions, events: data.events, columns: log.columns)
    #expect(throws: Problem.self) { try bare.column("behaviour", for: "it") }
  }
}
