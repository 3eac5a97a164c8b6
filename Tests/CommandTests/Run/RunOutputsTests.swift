import Engine
import Results
import TestSupport
import Testing

/// What a run leaves behind, and what a second one leaves alone.
@Suite struct RunOutputsTests {
  @Test func everyFileIsThereAndHoldsWhatItShould() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("Small\n"))
      #expect(result.output.hasSuffix("Written to Results/paper/small/\n"))

      let table = try folder.text(of: "Results/paper/small/table.csv").split(separator: "\n")
      #expect(table.first == "system,metric,definition,published,mean,sd,seeds,difference")
      #expect(table.count == 5)
      #expect(table[1].hasPrefix("Pop,precision@5,\"macro, hits / N\",0.5,0."))
      let markdown = try folder.text(of: "Results/paper/small/table.md")
      #expect(markdown.contains("| System ") && markdown.contains("\n| *not in the paper* | "))
      #expect(markdown.contains("- Seeds: 1, 2\n"))

      let curves = try Curve(reading: folder["Results/paper/small/curves.csv"]).points
      func epochs(_ system: String) -> [Int] {
        curves.filter { $0.system == system && $0.seed == 2 && $0.metric == "ndcg@5" }.map(\.epoch)
      }
      #expect(epochs("Pop") == [0])
      #expect(epochs("BPR") == [0, 2, 4, 6])
      let learned = curves.filter { $0.system == "BPR" && $0.metric == "precision@5" }
      #expect(learned[3].value > learned[0].value)

      let figure = try folder.text(of: "Results/paper/small/figure.csv").split(separator: "\n")
      #expect(figure.first == "system,metric,epoch,mean,sd,seeds")
      #expect(figure.count == 5)

      let manifest = try Manifest(reading: folder["Results/paper/small/manifest.json"])
      #expect(manifest.experiment == "paper/small")
      #expect(manifest.profile == "" && manifest.jobs == UsableCores.count)
      #expect(manifest.trials.count == 4 && Set(manifest.trials).count == 4)
      #expect(manifest.durations.contains { $0.name == "BPR, seed 2, training" })
      #expect(manifest.peakMemory > 1 << 20)
    }
  }

  /// The curve's last point is the table's number: the mean over seeds of what the last epoch gave.
  @Test func theTableReportsTheLastEpoch() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, #"{"training": {"epochs": 5}}"#)
      _ = try scene.run()
      let curves = try Curve(reading: folder["Results/paper/small/curves.csv"]).points
      let last = curves.filter {
        $0.system == "BPR" && $0.metric == "precision@5" && $0.epoch == 5
      }
      #expect(last.map(\.seed) == [1, 2])
      let mean = (last[0].value + last[1].value) / 2
      let table = try folder.text(of: "Results/paper/small/table.csv").split(separator: "\n")
      let fields = table[3].split(separator: ",")
      #expect(fields[0] == "BPR" && fields[1] == "precision@5")
      #expect(table[3].contains(",\(mean),"))
    }
  }

  @Test func aSecondRunTrainsNothing() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let first = try scene.run()
      let files = try scene.results()
      let times = try scene.times(below: "Results/.trials/").filter { !$0.key.hasSuffix(".lock") }
      #expect(times.count > 12)
      let second = try scene.run()
      #expect(second.status == 0, "\(second.errors)")
      #expect(second.output == first.output)
      #expect(try scene.results() == files)
      let after = try scene.times(below: "Results/.trials/").filter { !$0.key.hasSuffix(".lock") }
      #expect(after == times)
      #expect(!second.errors.contains("epoch"))
    }
  }

  @Test func replacedResultsAreNamed() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try !scene.run().errors.contains("replaced"))
      #expect(try !scene.run().errors.contains("replaced"))
      try scene.write(#"{"title": "Other"}"#)
      let other = try scene.run()
      #expect(other.status == 0)
      #expect(
        other.errors.contains(
          "Results/paper/small: replaced results of another version of the spec, of revision "))
      try folder.write("{}", to: "Results/paper/small/manifest.json")
      #expect(
        try scene.run().errors.contains(
          "Results/paper/small: replaced results whose manifest cannot be read"))
    }
  }

  @Test func filesThatARunDidNotWriteAreNamed() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try !scene.run().errors.contains("not written by this run"))
      try folder.write("old", to: "Results/paper/small/figure9.csv")
      try folder.write("old", to: "Results/paper/small/cost.csv")
      let errors = try scene.run().errors
      #expect(errors.contains("Results/paper/small: not written by this run"))
      #expect(errors.contains("could not be drawn: figure9.csv\n"))
      #expect(folder.contents.contains { $0.hasSuffix("figure9.csv") })
    }
  }

  /// A model of pairs, whose drawn items are scored alone before the last epoch, in a process of
  /// its own.
  @Test func curvesOfSomeMetricsEndInAllOfThem() throws {
    try withTemporaryFolder { folder in
      let patch = """
        {"metrics": ["hit-rate@5", "hit-rate@5(among=5)"], "figures": [],
         "training": {"epochs": 4, "evaluateEvery": 2, "curveMetrics": ["hit-rate@5(among=5)"]},
         "tables": [{"name": "table", "columns": ["hit-rate@5", "hit-rate@5(among=5)"]}],
         "systems": [{"label": "GMF", "recommender": "gmf", "settings": {"factors": 4}},
                     {"label": "Pop", "recommender": "item-pop"}]}
        """
      let scene = try RunScene(folder, patch)
      let result = try scene.run("--jobs", "2")
      #expect(result.status == 0, "\(result.errors)")
      let curve = try Curve(reading: folder["Results/paper/small/curves.csv"])
      func epochs(_ system: String, _ metric: String) -> [Int] {
        curve.points.filter { $0.seed == 1 && $0.system == system && $0.metric == metric }.map(
          \.epoch)
      }
      #expect(epochs("GMF", "hit-rate@5(among=5)") == [0, 2, 4])
      #expect(epochs("GMF", "hit-rate@5") == [4])
      #expect(epochs("Pop", "hit-rate@5") == [0])
      #expect(result.output.contains("HR@5(among=5)"))
      // All metrics at every look give the same table.
      try scene.write(patch.replacing(#", "curveMetrics": ["hit-rate@5(among=5)"]"#, with: ""))
      #expect(try scene.run("--results", "Whole").status == 0)
      let tables = try ["Results", "Whole"].map {
        try folder.text(of: "\($0)/paper/small/table.csv")
      }
      #expect(tables[0] == tables[1])
    }
  }

  @Test func theNumberOfJobsChangesNothing() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, "{\"systems\": \(threeSmallSystems), \"tables\": []}")
      #expect(try scene.run("--results", "One", "--jobs", "1").status == 0)
      let two = try scene.run("--results", "Two", "--jobs", "2")
      #expect(two.status == 0, "\(two.errors)")
      #expect(try scene.results(in: "One") == scene.results(in: "Two"))
      #expect(try scene.trained(in: "One") == scene.trained(in: "Two"))
      #expect(try scene.trained(in: "One").count == 18)
      #expect(try Manifest(reading: folder["Two/paper/small/manifest.json"]).jobs == 2)
    }
  }

  @Test func aProfileAndFewerSeedsStandBesideTheFullResults() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      _ = try scene.run()
      let times = try scene.times(below: "Results/paper/small/")
      #expect(try scene.run("--profile", "quick").status == 0)
      #expect(try scene.run("--seeds", "1").status == 0)
      #expect(try scene.times(below: "Results/paper/small/") == times)

      let profile = try Manifest(reading: folder["Results/paper/small-quick/manifest.json"])
      #expect(profile.experiment == "paper/small-quick" && profile.profile == "quick")
      #expect(profile.trials.count == 2)
      let quick = try Curve(reading: folder["Results/paper/small-quick/curves.csv"]).points
      #expect(quick.map(\.epoch).max() == 2 && Set(quick.map(\.seed)) == [1])
      let full = try Manifest(reading: folder["Results/paper/small/manifest.json"])
      let fewer = try Manifest(reading: folder["Results/paper/small-seeds-1/manifest.json"])
      #expect(fewer.trials.count == 2)
      // All seeds are the full results, however they were asked for.
      #expect(try scene.run("--seeds", "2").output.hasSuffix("Written to Results/paper/small/\n"))
      // More than the spec names go on from there.
      #expect(try scene.run("--seeds", "3").output.contains("Seeds: 1, 2, 3\n"))
      let more = try Manifest(reading: folder["Results/paper/small-seeds-3/manifest.json"])
      #expect(more.trials.prefix(2) == full.trials.prefix(2) && more.trials.count == 6)
    }
  }

  /// Two specs that ask for the same fit under two names share it.
  @Test func aTrialIsReusedUnderAnotherLabel() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      _ = try scene.run()
      let times = try scene.times(below: "Results/.trials/").filter { !$0.key.hasSuffix(".lock") }
      try scene.write(
        """
        {"systems": [{"label": "Other", "recommender": "mf-bpr",
          "settings": {"learningRate": 0.2, "factors": 4}}], "tables": [], "figures": []}
        """, as: "other")
      #expect(try scene.run(spec: "other").status == 0)
      let after = try scene.times(below: "Results/.trials/").filter { !$0.key.hasSuffix(".lock") }
      #expect(after == times)
      let curves = try Curve(reading: folder["Results/paper/other/curves.csv"]).points
      #expect(Set(curves.map(\.system)) == ["Other"])
    }
  }
}
