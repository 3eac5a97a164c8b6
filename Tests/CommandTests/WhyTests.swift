import TestSupport
import Testing

/// `reprise why`, and what a changed spec trains.
@Suite struct WhyTests {
  private func why(_ scene: RunScene, _ options: String...) throws -> [String] {
    let result = try Command.reprise(["why", "paper/small.json"] + options, in: scene.folder.path)
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  /// The lines of the log that say that something was trained.
  private func trained(_ result: CommandResult) -> Int {
    result.errors.split(separator: "\n").count { $0.contains(": epoch ") }
  }

  @Test func whatIsTrainedAndWhy() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let first = try why(scene)
      #expect(
        first.contains("BPR, seed 1: trains 6 epochs") && first.contains("Pop, seed 2: is fitted"))
      #expect(first.last == "4 trials: 0 finished, 0 to measure again, 4 to train")
      #expect(try scene.run().status == 0)
      #expect(try why(scene) == ["4 trials: 4 finished, 0 to measure again, 0 to train"])
      #expect(try why(scene, "--all").contains("BPR, seed 1: finished"))
      let rate = #""settings": {"factors": 4, "learningRate": 0.3}"#
      try scene.write(
        #"{"systems": [{"label": "BPR", "recommender": "mf-bpr", \#(rate)}], "tables": []}"#)
      let changed = try why(scene)
      #expect(changed.contains("  since then: settings.learningRate: 0.2 → 0.3"), "\(changed)")
      #expect(scene.trials().count == 4)
    }
  }

  /// Each of these asks for other numbers of the same models.
  @Test(arguments: [
    #"{"metrics": ["ndcg@5", "precision@5", "recall@5"]}"#,
    #"{"metrics": ["ndcg@5", "precision@5"]}"#,
    #"{"ties": "expected"}"#, #"{"training": {"evaluateEvery": 3}}"#,
    #"{"data": {"files": ["../copy.tsv"]}}"#, #"{"training": {"checkpointEvery": 1}}"#,
    #"{"title": "Another"}"#,
  ])
  func whatIsOnlyMeasuredOtherwiseTrainsNothing(_ patch: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run().status == 0)
      try folder.write(try folder.text(of: "ratings.tsv"), to: "copy.tsv")
      try scene.write(patch)
      #expect(try why(scene).last?.hasSuffix(", 0 to train") == true)
      let later = try scene.run()
      #expect(later.status == 0 && trained(later) == 0, "\(later.errors)")
      let reused = try scene.results()
      try withTemporaryFolder { fresh in
        let alone = try RunScene(fresh, patch)
        try fresh.write(try fresh.text(of: "ratings.tsv"), to: "copy.tsv")
        #expect(try alone.run().status == 0)
        // Points of the curve may be missing, and then footnotes say so.
        for (path, bytes) in try alone.results()
        where path.hasSuffix(".csv") && path != "small/curves.csv"
          && !(path == "small/figure.csv" && patch.contains("evaluateEvery"))
        {
          #expect(reused[path] == bytes, "\(path)")
        }
      }
    }
  }

  @Test func pointsOfACurveThatCannotBeHadAreMarked() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run().status == 0)
      try scene.write(#"{"training": {"evaluateEvery": 3}}"#)
      #expect(try scene.run().status == 0)
      let table = try folder.text(of: "Results/paper/small/table.md")
      #expect(
        table.contains(
          "Points of learning curves that were not measured when the system was trained, and are left"
            + " out: BPR, seed 1: 2; BPR, seed 2: 2"))
    }
  }

  @Test func moreEpochsGoOnFromFewer() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run().status == 0)
      try scene.write(#"{"training": {"epochs": 10}}"#)
      #expect(try why(scene).contains("BPR, seed 1: goes on from epoch 6 of 10"))
      let longer = try scene.run()
      #expect(longer.status == 0 && longer.errors.contains("goes on from a training of 6 epochs"))
      let reused = try scene.results()
      try withTemporaryFolder { fresh in
        let alone = try RunScene(fresh, #"{"training": {"epochs": 10}}"#)
        #expect(try alone.run().status == 0)
        #expect(try alone.results() == reused)
      }
    }
  }
}
