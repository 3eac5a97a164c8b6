import Datasets
import Testing

@Suite struct SequencesTests {
  private let events = [
    Event(user: 1, item: 2, time: 30), Event(user: 0, item: 0, time: 7),
    Event(user: 1, item: 0, time: 10), Event(user: 1, item: 3, time: 30),
    Event(user: 0, item: 1, time: 5), Event(user: 1, item: 1, time: 20),
    Event(user: 1, item: 0, time: 99),
  ]

  @Test func itemsComeInTheOrderOfTimeAndTiesInThatOfTheEvents() throws {
    let all = Interactions(
      users: 3, items: 4, pairs: [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (1, 3)])
    let sequences = try #require(Sequences(all, events: events))
    #expect(sequences.users == 3)
    #expect((0..<3).map { Array(sequences[$0]) } == [[1, 0], [0, 1, 2, 3, 0], []])
  }

  @Test func onlyTheInteractionsOfThePartAreInIt() throws {
    let part = Interactions(users: 3, items: 4, pairs: [(1, 3), (1, 1), (0, 0)])
    let sequences = try #require(Sequences(part, events: events))
    #expect((0..<3).map { Array(sequences[$0]) } == [[0], [1, 3], []])
  }

  @Test func anUnknownTimeLeavesNoOrder() {
    let part = Interactions(users: 3, items: 4, pairs: [(0, 0), (1, 2)])
    var timeless = events
    timeless[1].time = nil
    #expect(Sequences(part, events: timeless) == nil)
    // Of an interaction that is not in the part it does not matter.
    #expect(Sequences(Interactions(users: 3, items: 4, pairs: [(1, 2)]), events: timeless) != nil)
    #expect(Sequences(part, events: Array(events.dropFirst())) == nil)
    #expect(Sequences(part, events: []) == nil)
  }
}
