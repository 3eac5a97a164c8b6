import Basics
import Foundation
import Results
import TestSupport
import Testing

/// Random search and successive halving through the binary.
@Suite struct RunSearchTests {
  private static func spec(_ search: String) -> String {
    """
    {"data": {"split": {"validation": 0.25}}, "selection": {"metric": "ndcg@5"}, "seeds": [1, 2],
     "training": {"epochs": 8, "evaluateEvery": 2, "checkpointEvery": 3}, "figures": [],
     "tables": [{"name": "table", "columns": ["ndcg@5"]}],
     "systems": [{"label": "BPR", "recommender": "mf-bpr", "search": \(search),
       "grid": {"learningRate": [0.01, 0.1, 0.3], "factors": [2, 4, 8]}}]}
    """
  }

  private func rows(_ folder: TemporaryFolder, _ results: String) throws -> [[String]] {
    try folder.text(of: "\(results)/paper/small/search-bpr.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// 9 points to epoch 2, 3 of them to 4, 1 to 8: those that go on have the curves of the full
  /// search, since they continue from their checkpoints.
  @Test func halvingContinuesTheBestAndTrainsTheRestNoFurther() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.spec("{}"))
      let full = try scene.run("--results", "Full")
      #expect(full.status == 0, "\(full.errors)")
      try scene.write(Self.spec(#"{"method": "halving", "rungs": [2, 4], "keep": 3}"#))
      let halving = try scene.run("--jobs", "2")
      #expect(halving.status == 0, "\(halving.errors)")
      #expect(halving.errors.contains("BPR, seed 1: goes on at epoch 2\n"))

      let tried = try rows(folder, "Results")
      #expect(tried.count == 9)
      #expect(tried.map { $0[0] } == (1...9).map(String.init))
      #expect(tried.map { $0[5] }.sorted() == ["2", "2", "2", "2", "2", "2", "4", "4", "8"])
      let trained = tried.compactMap { Int($0[6]) }.reduce(0, +)
      #expect(trained == 56, "two seeds; six points to 2, two to 4, one to 8")
      // A point that reached the end has in both searches the same best epoch and value.
      let whole = try rows(folder, "Full")
      #expect(whole.allSatisfy { $0[5] == "8" })
      let finalist = try #require(tried.first { $0[5] == "8" })
      let same = try #require(whole.first { $0[1] == finalist[1] && $0[2] == finalist[2] })
      #expect(Array(finalist[1...4]) == Array(same[1...4]))
      // The chosen one is the finalist.
      #expect(halving.output.contains("learningRate \(finalist[1]), factors \(finalist[2]), "))

      let map = try folder.text(of: "Results/paper/small/search-bpr.svg")
      #expect(map.contains("<svg") && map.contains("learningRate"))
      let before = try scene.results()
      #expect(try scene.run().status == 0)
      #expect(try scene.results() == before)
    }
  }

  @Test func aRandomSearchTriesSoManyPointsOfTheGrid() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.spec(#"{"method": "random", "count": 4}"#))
      #expect(try scene.run().status == 0)
      let first = try rows(folder, "Results")
      #expect(first.count == 4)
      #expect(Set(first.map { $0[1...2].joined(separator: " ") }).count == 4)
      #expect(
        try folder.text(of: "Results/paper/small/search-bpr.md").contains("4 of 9 points tried"))
      try scene.write(Self.spec(#"{"method": "random", "count": 4, "seed": 2}"#))
      #expect(try scene.run("--results", "Other").status == 0)
      let other = try rows(folder, "Other")
      #expect(Set(first.map { $0[1...2] }) != Set(other.map { $0[1...2] }))
    }
  }

  @Test(arguments: [
    (#"{"method": "random"}"#, #"a random search needs a "count" of points"#),
    (#"{"method": "halving"}"#, #"halving needs "rungs", the epochs at which only the best go on"#),
    (#"{"rungs": [2]}"#, "only halving has rungs"),
    (#"{"method": "halving", "rungs": [4, 2]}"#, "rungs ascend; 2 follows 4"),
    (#"{"method": "halving", "rungs": [8]}"#, "rungs lie below the 8 epochs of training"),
    (
      #"{"method": "halving", "rungs": [3]}"#,
      "3 is no multiple of evaluateEvery, 2, so nothing is measured there"
    ),
    (#"{"method": "halvin"}"#, #"did you mean "halving"?"#),
  ])
  func aSearchThatContradictsItself(search: String, message: String) throws {
    try withTemporaryFolder { folder in
      let result = try RunScene(folder, Self.spec(search)).run()
      #expect(result.status == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(result.errors.hasPrefix("error: paper/small.json:"))
    }
  }

  @Test func rungsNeedAllMetrics() throws {
    try withTemporaryFolder { folder in
      let spec = Self.spec(#"{"method": "halving", "rungs": [2]}"#)
        .replacing(#""checkpointEvery": 3"#, with: #""curveMetrics": ["ndcg@5"]"#)
      let result = try RunScene(folder, spec).run()
      #expect(result.status == 2)
      #expect(result.errors.contains("expected no \"curveMetrics\""), "\(result.errors)")
    }
  }

  @Test func aSearchWithoutValidationIsRefused() throws {
    try withTemporaryFolder { folder in
      let patch = Self.spec(#"{"method": "random", "count": 2}"#)
      let scene = try RunScene(
        folder, patch.replacing(#""selection": {"metric": "ndcg@5"}"#, with: #""selection": null"#))
      let result = try scene.run()
      #expect(result.status == 2)
      #expect(result.errors.contains("a random search needs a selection on validation data"))
    }
  }
}
