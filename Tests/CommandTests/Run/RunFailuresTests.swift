import Foundation
import TestSupport
import Testing

/// One bad thing costs itself alone: everything else is worked on, written and counted.
@Suite struct RunFailuresTests {
  private static let oneBadRow = """
    {"seeds": [1, 2], "figures": [{"name": "figure", "y": ["ndcg@5"]}], "systems": [
      {"label": "Bad", "recommender": "mf-bpr", "settings": {"factors": 4, "l2": 10, "learningRate": 10}},
      {"label": "Good", "recommender": "mf-bpr", "settings": {"factors": 4, "learningRate": 0.2}},
      {"label": "Pop", "recommender": "item-pop"}],
     "tables": [{"name": "table", "columns": ["ndcg@5"], "published": {"Bad": {"ndcg@5": 0.5}},
       "significance": {"against": "Pop", "over": "users"}}],
     "claims": [{"quote": "good", "best": "Good", "on": ["ndcg@5"], "among": ["Pop"]},
       {"quote": "bad", "best": "Bad", "on": ["ndcg@5"], "among": ["Pop"]}]}
    """

  @Test func aRowWithoutNumbersLeavesAGap() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.oneBadRow)
      let first = try scene.run()
      #expect(first.status == 1)
      #expect(first.errors.contains("\nerror: 2 trials failed: Bad, seed 1, epoch "))
      let table = try folder.text(of: "Results/paper/small/table.csv").split(separator: "\n")
      #expect(table.count == 4 && table[1].contains(",0.5,,,0,"))
      let markdown = try folder.text(of: "Results/paper/small/table.md")
      #expect(markdown.contains("0.5000 → gap"))
      #expect(markdown.contains("- Gap: Bad: 2 of 2 seeds are missing (1, 2): Bad, seed 1, epoch "))
      #expect(try folder.text(of: "Results/paper/small/table-significance.csv").contains("\nGood,"))
      #expect(try folder.text(of: "Results/paper/small/manifest.json").contains("Gap: Bad"))
      #expect(folder.contents.contains("Results/paper/small/figure.svg"))
      let verdicts = try folder.text(of: "Results/paper/small/verdicts.csv").split(separator: "\n")
      #expect(verdicts.count == 3 && verdicts[2].contains("not measured yet"))
      #expect(!verdicts[1].contains("not measured yet"))

      // The stored failure says that it is one, and is trained anew only when that is asked for.
      let again = try scene.run()
      #expect(
        again.status == 1
          && again.output
            == first.output.replacing(
              "smaller learning rate may help",
              with:
                "smaller learning rate may help (found by an earlier run; `--again failed` trains it anew)"
            )
      )
      #expect(!again.errors.contains("Z failed: Bad"))
      let anew = try scene.run("--again", "failed")
      #expect(anew.status == 1 && anew.errors.contains("Z failed: Bad, seed 1, epoch "))
      let report = try Command.reprise(["report", "paper/small.json"], in: folder.path)
      #expect(report.status == 1 && report.output == again.output)
    }
  }

  /// The trials of a spec with three systems and two seeds, of which two are damaged.
  @Test func damagedTrialsAreNamedAtOnceAndTheRestIsWorkedOn() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        "{\"seeds\": [1, 2], \"systems\": \(threeSmallSystems), \"tables\": [{\"name\": \"table\","
          + "\"columns\": [\"ndcg@5\"]}]}")
      #expect(try scene.run("--results", "Undisturbed").status == 0)
      #expect(try scene.run("--seeds", "1").status == 0)
      try FileManager.default.removeItem(atPath: folder["Results/paper"])
      let trials = scene.trials()
      #expect(trials.count == 3)
      try folder.write("", to: "\(trials[0])/trial.json")
      try folder.write("{\"kind\": \"trial\"}", to: "\(trials[1])/trial.json")
      let damaged = try scene.run()
      #expect(damaged.status == 1)
      #expect(damaged.errors.contains("\nerror: 2 trials damaged: "))
      for trial in trials.prefix(2) {
        #expect(
          damaged.errors.contains("failed: ")
            && damaged.errors.contains("seed 1: \(trial)/trial.json"))
      }
      #expect(damaged.output.contains("(1 of 2 seeds)"))
      #expect(scene.trials().count == 6)
      let mended = try scene.run("--again", "damaged")
      #expect(mended.status == 0, "\(mended.errors)")
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(try scene.trained() == scene.trained(in: "Undisturbed"))
    }
  }

  /// A gnuplot that fails costs its picture; one that hangs is ended, and no other picture is
  /// tried.
  @Test(arguments: [
    ("exit 3", "gnuplot failed"), ("exec sleep 600", "gnuplot hangs and was ended"),
  ])
  func aBadGnuplotCostsPicturesAlone(program: String, words: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        #"{"figures": [{"name": "one", "y": ["ndcg@5"]}, {"name": "two", "y": ["ndcg@5"]}]}"#)
      try folder.write("#!/bin/sh\n\(program)\n", to: "bin/gnuplot")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder["bin/gnuplot"])
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let result = try Command.reprise(
        ["run", "paper/small.json"], environment: ["PATH": "\(folder["bin"]):\(path)"],
        in: folder.path)
      #expect(result.status == 1)
      #expect(
        result.errors.contains("error: Results/paper/small/one.svg: ")
          && result.errors.contains(words))
      #expect(result.errors.contains("two.svg") == (program == "exit 3"))
      #expect(result.output.contains("Small\n"))
      let files = try scene.results().keys
      #expect(files.contains("small/one.csv") && files.contains("small/two.csv"))
      #expect(!files.contains("small/one.svg"))
      #expect(folder.contents.contains("Results/paper/small/manifest.json"))
    }
  }

  /// A worker that somebody else tells to stop goes on from where it was.
  @Test func aWorkerToldToStopBySomebodyElseGoesOn() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "figures": [], "tables": [], "systems": [{"label": "BPR", "recommender": "mf-bpr",
          "settings": {"factors": 4}}], "training": {"epochs": 30000, "evaluateEvery": 10000,
          "checkpointEvery": 10000}}
        """)
      let running = try scene.start()
      #expect(running.wait { running.errors.contains("seed 1: epoch") })
      for worker in running.children { kill(worker, SIGTERM) }
      let ended = try running.end()
      #expect(ended.status == 0, "\(ended.errors)")
      #expect(
        ended.errors.contains("BPR, seed 1: the worker was told to stop, not by this run; going on")
      )
      #expect(ended.errors.contains("BPR, seed 1: goes on at epoch "))
    }
  }

  /// One that is killed before it has read what to do costs its trial, not the run.
  @Test func aWorkerThatDiesAtOnceCostsItsTrial() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let program = folder["reprise"]
      try FileManager.default.copyItem(
        atPath: Command.folder.appending(path: "reprise").path(), toPath: program)
      try scene.write(
        """
        {"seeds": [1, 2, 3], "figures": [], "systems":
          [{"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4}}],
          "tables": [{"name": "table", "columns": ["ndcg@5"]}], "training": {"epochs": 3000, "checkpointEvery": 1000}}
        """)
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["run", "paper/small.json", "--jobs", "1"]
      process.currentDirectoryURL = URL(filePath: folder.path)
      try folder.write("", to: "errors")
      process.standardError = try FileHandle(forWritingTo: URL(filePath: folder["errors"]))
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      for _ in 0..<3000
      where try process.isRunning && !folder.text(of: "errors").contains("seed 1: epoch") {
        usleep(10_000)
      }
      try FileManager.default.moveItem(atPath: program, toPath: folder["old"])
      try folder.write("#!/bin/sh\nkill -9 $$\n", to: "reprise")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 1)
      let errors = try folder.text(of: "errors")
      #expect(errors.contains("BPR, seed 1: done"))
      #expect(
        errors.contains("\nerror: 2 trials failed: BPR, seed 2: the worker was ended by signal 9"))
      #expect(try folder.text(of: "Results/paper/small/table.md").contains("BPR (1 of 3 seeds)"))
    }
  }
}
