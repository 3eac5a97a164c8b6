import Basics
import Datasets
import Recommenders
import TestSupport
import Testing

/// How a file is written, in which order its lines stand and how ids are called changes nothing
/// that any recommender learns or reaches.
///
/// What a recommender is given follows from the data set and the split alone. So each way of
/// writing is compared as a data set, and those that differ most with every recommender.
@Suite struct SameDataTests {
  private func withScene<Result>(
    _ change: (inout SameDataScene) -> Void = { _ in }, _ body: (SameDataScene) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      var scene = SameDataScene(folder: folder)
      change(&scene)
      return try body(scene)
    }
  }

  private func outcome(
    _ task: SameDataScene.Task, _ split: String, _ change: (inout SameDataScene) -> Void = { _ in }
  ) throws -> SameDataScene.Outcome {
    try withScene(change) { try $0.outcome(task, split: JSON.parse(split, file: "split")) }
  }

  @Test func everyRecommenderIsOnTrialHere() {
    #expect(EverySystem.rankings.map(\.name) == RecommenderList.rankings.map(\.name))
    let clicks = RecommenderList.clicks.map(\.name).filter { $0 != "oracle" }
    #expect(EverySystem.clicks.map(\.name) == clicks)
  }

  @Test(arguments: Written.others, [SameDataScene.Task.ranking, .clicks])
  func howeverALogIsWrittenTheDataAreTheSame(
    _ way: Written, _ task: SameDataScene.Task
  ) async throws {
    func load(_ written: Written) async throws -> Dataset {
      try await withTemporaryFolder { folder in
        let scene = SameDataScene(folder: folder, written: written)
        let data = try scene.data(task, split: ["method": "random"])
        return try await DataSettings(decoding: folder.absolute(data)).load(
          from: DataFolders(option: nil))
      }
    }
    let (plain, other) = (try await load(.plain), try await load(way))
    #expect(plain.events == other.events && plain.columns == other.columns)
    #expect(plain.userIDs == other.userIDs && plain.itemIDs == other.itemIDs)
    #expect(plain.itemTitles == other.itemTitles && plain.itemFeatures == other.itemFeatures)
    #expect(plain.events.count > 250 && (task == .clicks || plain.itemFeatures.count == 2))
  }

  /// Under the split of a task whose order of events is the most delicate.
  @Test(arguments: [
    (SameDataScene.Task.ranking, #"{"method": "leave-one-out"}"#),
    (.clicks, #"{"method": "by-time", "test": 0.2}"#),
  ])
  func howeverALogIsWrittenEveryRecommenderComesToTheSame(
    _ task: SameDataScene.Task, _ split: String
  ) throws {
    let plain = try outcome(task, split)
    let systems = task == .ranking ? EverySystem.rankings : EverySystem.clicks
    #expect(plain.weights.count == systems.count && plain.files.count >= 2)
    for way in [Written.disguised, .singleQuotes] {
      let other = try outcome(task, split) { $0.written = way }
      #expect(plain.differences(other) == [], "\(way)")
    }
    let renamed = try outcome(task, split) { $0.log = $0.log.renamed() }
    #expect(plain.differences(renamed) == [], "renamed")
    let shuffled = try outcome(task, split) { $0.log = $0.log.shuffled() }
    #expect(plain.differences(shuffled) == [], "shuffled")
    // Or none of this could fail.
    let other = try outcome(task, #"{"method": "random", "test": 0.2, "seed": 7}"#)
    #expect(plain.differences(other).count > systems.count / 2)
  }

  @Test(arguments: [
    (SameDataScene.Task.ranking, #"{"method": "by-time", "test": 0.2}"#),
    (.ranking, #"{"method": "random", "test": 0.2, "order": "canonical"}"#),
    (.ranking, #"{"method": "files", "trainFile": "../train.csv", "testFile": "../test.csv"}"#),
    (.clicks, #"{"method": "random", "test": 0.2, "order": "canonical"}"#),
    (.clicks, #"{"method": "files", "trainFile": "../train.csv", "testFile": "../test.csv"}"#),
  ])
  func linesInAnotherOrderBringEveryRecommenderToTheSame(
    _ task: SameDataScene.Task, _ split: String
  ) throws {
    let sorted = try outcome(task, split)
    let shuffled = try outcome(task, split) { $0.log = $0.log.shuffled() }
    #expect(sorted.differences(shuffled) == [])
  }
}
