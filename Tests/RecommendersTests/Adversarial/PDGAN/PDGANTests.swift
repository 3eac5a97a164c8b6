import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct PDGANTests {
  private static let small: JSON = [
    "category": "kind", "kernelWidth": 6, "kernelSteps": 60, "setSize": 3, "listLength": 8,
    "factors": 4, "pretrainingEpochs": 10, "pretrainingBatch": 64, "pretrainingLearningRate": 0.03,
  ]

  private func make(_ change: JSON = [:]) throws -> any Recommender {
    try RecommenderList.named("pd-gan").make(
      Self.small.merging(patch: change), Planted.data(), 4)
  }

  /// The kernel's steps, both players' and the greedy lists, against whole determinants.
  @Test(arguments: 0..<3) func learnsWhatAutogradLearns(_ number: Int) throws {
    let golden = try GoldenTraining("pd_gan")
    #expect(golden.cases.count == 3)
    try golden.check(number)
  }

  @Test func theListComesFirstInItsOrderAndRelevanceAfter() throws {
    let interactions = try Planted.data().interactions
    let made = try make()
    let scores = made.scores(of: 0..<60, items: 40)
    for user in 0..<60 {
      let row = Array(scores[user * 40..<(user + 1) * 40])
      let list = row.indices.filter { row[$0] > 1 }.sorted { row[$0] > row[$1] }
      #expect(list.map { row[$0] } == [9, 8, 7, 6, 5, 4, 3, 2])
      #expect(list.allSatisfy { !interactions.contains(user: user, item: $0) })
      #expect(row.allSatisfy { $0 <= 1 && $0 >= 0 || $0 >= 2 })
    }
  }

  /// Few items: everything not seen is in the list, and nothing else.
  @Test func aListLongerThanTheItemsEndsWithThem() throws {
    let scores = try make(["listLength": 100]).scores(of: 0..<60, items: 40)
    let interactions = try Planted.data().interactions
    for user in 0..<60 {
      let listed = scores[user * 40..<(user + 1) * 40].count { $0 > 1 }
      #expect(listed == 40 - interactions[user].count)
    }
  }

  /// Less weight on relevance, more kinds in the lists: at α = .98 an own kind, at 0 all four.
  @Test func relevanceIsWeighedAgainstDiversity() throws {
    func kinds(_ relevance: Double) throws -> Double {
      let scores = try make(["relevance": .number(relevance), "kernelSteps": 300])
        .scores(of: 0..<60, items: 40)
      return (0..<60).reduce(0.0) { total, user in
        let row = Array(scores[user * 40..<(user + 1) * 40])
        let first = row.indices.sorted { row[$0] > row[$1] }.prefix(4)
        return total + Double(Set(first.map { $0 % 4 }).count) / 60
      }
    }
    let (relevant, diverse) = (try kinds(0.98), try kinds(0))
    #expect(diverse > 3.5 && relevant < 2.6, "\(relevant) to \(diverse) kinds in four")
  }

  @Test func theCategoryHasToBeThereAndAPolicyNeedsSets() throws {
    #expect(
      throws: Problem.usage(
        "pd-gan: the data set has no item attribute \"kinds\"; did you mean \"kind\"?")
    ) { try make(["category": "kinds"]) }
    let type = try RecommenderList.named("pd-gan")
    #expect(throws: Problem.self) { try type.check(["category": "kinds"], Planted.data()) }
    for bad in [["setSize": 1], ["relevance": 1], ["kernelRidge": 0]] as [JSON] {
      #expect(throws: Problem.self) { try type.complete(bad) }
    }
  }
}
