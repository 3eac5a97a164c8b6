import Basics
import Datasets
import Testing

@Suite struct DatasetCountsTests {
  private let data = Dataset(
    name: "tiny",
    events: [
      Event(user: 0, item: 0, rating: 4), Event(user: 0, item: 1, rating: 2),
      Event(user: 2, item: 0, rating: 5), Event(user: 2, item: 0, rating: 5),
    ], userIDs: ["a", "b", "c"], itemIDs: ["x", "y", "z"], digest: "")

  /// Who and what has no interaction is not counted, nor is a pair twice.
  @Test func countsWhatInteracts() throws {
    let all = try DatasetCounts(data, feedback: .allRatings)
    #expect((all.users, all.items, all.interactions) == (2, 2, 3))
    #expect(all.sparsity == 25)
    let liked = try DatasetCounts(data, feedback: .ratingAtLeast(4))
    #expect((liked.users, liked.items, liked.interactions) == (2, 1, 2))
    #expect(liked.sparsity == 0)
    #expect(throws: Problem.self) { try DatasetCounts(data, feedback: .ratingAtLeast(6)) }
  }
}
