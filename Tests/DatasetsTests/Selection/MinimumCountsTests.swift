import Basics
import Testing

@testable import Datasets

@Suite struct MinimumCountsTests {
  /// Users 0, 1, 2 have items 0 and 1; user 3 has items 1 and 2; user 4 has item 2 alone.
  private let data = Dataset(
    name: "core",
    events: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1), (3, 1), (3, 2), (4, 2)].map {
      Event(user: $0, item: $1)
    }, userIDs: ["u0", "u1", "u2", "u3", "u4"], itemIDs: ["a", "b", "c"],
    itemTitles: ["A", "B", "C"],
    itemFeatures: [Feature(name: "kind", values: [["x"], ["y"], ["x"]])], digest: "")

  private func minimum(_ user: Int, _ item: Int, iterated: Bool = true) -> MinimumCounts {
    var minimum = MinimumCounts()
    (minimum.user, minimum.item, minimum.iterated) = (user, item, iterated)
    return minimum
  }

  /// User 4 falls, then item 2, then user 3: three rounds, and a fourth that finds nothing.
  @Test func theCoreIsWhatIsLeftWhenNothingChanges() throws {
    let core = try data.reduced(to: minimum(2, 2), Selection())
    #expect(core.userIDs == ["u0", "u1", "u2"] && core.itemIDs == ["a", "b"])
    #expect(core.events.count == 6 && core.itemTitles == ["A", "B"])
    #expect(core.itemFeatures[0].values.users == 2)
    let counts = try SelectionCounts(core, feedback: .allRatings)
    #expect(counts.events == 9 && counts.tooFew == 3 && counts.interactions == 6)
    #expect(core.notes.last?.contains("4 rounds, 6 of 9 interactions left") == true)
  }

  @Test func onceIsOnce() throws {
    let once = try data.reduced(to: minimum(2, 2, iterated: false), Selection())
    #expect(once.userIDs == ["u0", "u1", "u2", "u3"] && once.itemIDs == ["a", "b", "c"])
    #expect(once.events.count == 8)
  }

  @Test func repeatsCountOnce() throws {
    let twice = Dataset(
      name: "twice", events: data.events + [Event(user: 4, item: 2)], userIDs: data.userIDs,
      itemIDs: data.itemIDs, digest: "")
    #expect(try twice.reduced(to: minimum(2, 1), Selection()).users == 4)
    // Of records each counts.
    #expect(try twice.reducedRecords(to: minimum(2, 1)).users == 5)
  }

  @Test func nothingLeftIsSaid() {
    #expect(throws: Problem.self) { try data.reduced(to: minimum(5, 5), Selection()) }
  }
}
