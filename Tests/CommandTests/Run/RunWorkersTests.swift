import Basics
import Foundation
import TestSupport
import Testing

/// Workers that are killed, hang or find no numbers: each costs its own trial, and nothing differs.
@Suite(.serialized) struct RunWorkersTests {
  private static let long = """
    {"seeds": [1, 2], "systems": \(threeSmallSystems), "tables": [{"name": "table",
      "columns": ["ndcg@5"]}], "training": {"epochs": 80, "evaluateEvery": 40,
      "checkpointEvery": 1}}
    """

  @Test func twentyKilledWorkersChangeNothing() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.long)
      #expect(try scene.run("--results", "Undisturbed").status == 0)

      var random = Random(seed: 20_261_121, stream: "kills")
      var (kills, runs, said) = (0, 0, "")
      var last: CommandResult?
      while last?.status != 0, runs < 30 {
        let running = try scene.start("--jobs", "2")
        while running.isRunning {
          usleep(UInt32(20_000 + 100_000 * random.uniformDouble()))
          let workers = running.children
          if kills < 20, !workers.isEmpty {
            kill(workers[random.below(workers.count)], SIGKILL)
            kills += 1
          }
        }
        let ended = try running.end()
        #expect(ended.status == 0 || ended.status == 1)
        runs += 1
        said += ended.errors
        last = ended
      }
      #expect(kills == 20)
      #expect(last?.status == 0)
      #expect(said.contains("seed 1: the worker was ended by signal 9"))
      #expect(said.contains("; trying once more"))
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(try scene.trained() == scene.trained(in: "Undisturbed"))
      #expect(try scene.trained().count == 18)
    }
  }

  /// The slow system's worker alone is over its limit; the other finishes, and the table has a gap.
  @Test func aWorkerOverItsTimeLimitCostsOneTrial() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [{"name": "table", "columns": ["ndcg@5"]}], "figures": [], "systems": [
          {"label": "Slow", "recommender": "mf-bpr", "settings": {"factors": 4},
            "training": {"epochs": 100000000, "checkpointEvery": 100000000}},
          {"label": "Pop", "recommender": "item-pop"}]}
        """)
      let result = try scene.run("--time-limit", "0.02")
      #expect(result.status == 1)
      #expect(
        result.output.contains(
          "Gap: Slow: 1 of 1 seed is missing (1): Slow, seed 1: the worker was"))
      let lost = "Slow, seed 1: the worker was ended at its time limit of 0.02 minutes"
      #expect(result.errors.contains("\(lost); trying once more\n"))
      #expect(result.errors.hasSuffix("\nerror: \(lost)\n"))
      #expect(result.errors.contains("Pop, seed 1: done"))
      let rows = try folder.text(of: "Results/paper/small/table.csv").split(separator: "\n")
      #expect(rows.count == 3 && rows[1].hasSuffix(",,,,0,") && rows[2].contains(",1,"))
      #expect(try folder.text(of: "Results/paper/small/table.md").contains("| Slow   |    gap |"))
      #expect(try folder.text(of: "Results/paper/small/manifest.json").contains("Gap: Slow"))
    }
  }

  /// A step of 100 times the parameters sends them to infinity: such a grid point cannot be chosen;
  /// it is trained once, and never again.
  @Test func aPointWithoutNumbersIsNotChosen() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"data": {"split": {"validation": 0.25}}, "selection": {"metric": "ndcg@5"}, "seeds": [1],
         "tables": [{"name": "table", "columns": ["ndcg@5"]}], "systems": [
          {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4, "l2": 10},
           "grid": {"learningRate": [0.01, 10]}}]}
        """)
      let first = try scene.run()
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.errors.contains("failed: BPR, seed 1, epoch "))
      #expect(
        first.output.contains(
          #/chosen on the validation part, among 2 points in \d+ epochs over seeds; 1 of 2 points gave/#
        ))
      let again = try scene.run()
      #expect(again.output == first.output)
      #expect(!again.errors.contains("failed"))
    }
  }

  /// Where nothing can be chosen instead, the run fails for good, naming the reason.
  @Test func aFinalTrialWithoutNumbersFailsTheRun() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "systems": [{"label": "BPR", "recommender": "mf-bpr",
          "settings": {"factors": 4, "l2": 10, "learningRate": 10}}], "tables": [], "figures": []}
        """)
      for _ in 0..<2 {
        let result = try scene.run()
        #expect(result.status == 1)
        #expect(result.errors.contains("error: BPR, seed 1, epoch "))
      }
    }
  }

  @Test func anotherTerminalSeesHowTheRunStands() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [], "figures": [], "systems": [
          {"label": "Slow", "recommender": "mf-bpr", "settings": {"factors": 4},
            "training": {"epochs": 100000000, "checkpointEvery": 100000000}}]}
        """)
      func status() throws -> String {
        try Command.reprise(["status", "paper/small.json"], in: folder.path).output
      }
      let none =
        "paper/small: no run is going on; it has no results; `reprise why paper/small.json` tells what is"
        + " left to do\n"
      #expect(try status() == none)
      let running = try scene.start()
      let words = " of 1 trials done, 1 running, "
      #expect(try running.wait { try status().contains(words) })
      running.send(SIGINT)
      #expect(try running.end().status == 1)
      #expect(try status() == none)
      // One that was killed could not take its status away.
      let killed = try scene.start()
      #expect(try killed.wait { try status().contains(words) })
      killed.send(SIGKILL)
      _ = try killed.end()
      #expect(try status() == none)
    }
  }

  @Test func aWorkerWithoutAJobSaysWhoStartsIt() throws {
    let result = try Command.reprise(["worker"])
    #expect(result.output.contains("a worker is started by `reprise run` only"))
  }
}
