import Datasets
import Testing

@testable import Recommenders

@Suite struct SequenceBatchTests {
  /// User 0 has items 0, 1, 2, 3, in this order; user 1 has item 4; user 2 has 5, 6, 7.
  private func batch(maxLength: Int) throws -> SequenceBatch {
    let rows: [[Int32]] = [[0, 1, 2, 3], [4], [5, 6, 7]]
    let events = rows.enumerated().flatMap { user, items in
      items.map { Event(user: Int32(user), item: $0, time: Timestamp(seconds: Int64($0) + 1)) }
    }
    let interactions = Interactions(users: 3, items: 8, pairs: events.map { ($0.user, $0.item) })
    return SequenceBatch(
      try #require(Sequences(interactions, events: events)), prefixes: 3, maxLength: maxLength)
  }

  private func prefix(_ user: Int, _ count: Int) -> SequencePrefix {
    SequencePrefix(user: user, count: count)
  }

  private func values(_ input: SequenceBatch) -> (items: [Int32], targets: [Int32], last: [Int32]) {
    (
      (0..<input.items.count).map { input.items.values[$0] },
      (0..<input.targets.count).map { input.targets.values[$0] },
      (0..<input.lastRows.count).map { input.lastRows.values[$0] }
    )
  }

  @Test func theNewestItemsArePackedTheLongestFirst() throws {
    let batch = try batch(maxLength: 3)
    batch.fill([prefix(1, 1), prefix(0, 4), prefix(2, 3)], withTargets: false)
    let read = values(batch)
    #expect(read.items == [1, 5, 4, 2, 6, 3, 7])
    #expect(read.targets.isEmpty)
    // Of users 1, 0 and 2.
    #expect(read.last == [2, 5, 6])
  }

  @Test func blocksComeInTheOrderOfThePrefixes() throws {
    let events = (0..<5).map {
      Event(user: Int32($0 / 3), item: Int32($0), time: Timestamp(seconds: Int64($0) + 1))
    }
    let interactions = Interactions(users: 2, items: 5, pairs: events.map { ($0.user, $0.item) })
    let blocks = SequenceBlocks(
      try #require(Sequences(interactions, events: events)), prefixes: 2, maxLength: 2)
    blocks.fill([prefix(1, 1), prefix(0, 3)])
    #expect((0..<3).map { blocks.items.values[$0] } == [3, 1, 2])
    #expect((0..<3).map { blocks.newest.values[$0] } == [0, 2, 2])
    #expect(blocks.blocks.count == 2 && blocks.items.count == 3)
  }

  @Test func theNewestItemIsOnlyATarget() throws {
    let batch = try batch(maxLength: 100)
    batch.fill([prefix(2, 2), prefix(0, 3)], withTargets: true)
    let read = values(batch)
    #expect(read.items == [0, 5, 1, 6, 2])
    #expect(read.targets == [1, 6, 2, 7, 3])
    #expect(read.last == [3, 4])
    batch.fill([prefix(2, 2)], withTargets: true)
    #expect(values(batch).items == [5, 6] && batch.packed.steps == 2)
  }
}
