import Basics
import Foundation
import TestSupport
import Testing

/// Ctrl-C, kills at any moment, and two runs at once: nothing is lost, and nothing differs.
@Suite(.serialized) struct RunInterruptionTests {
  /// Long enough to be met in the middle; only the interruption saves.
  private static let long = """
    {"seeds": [1], "systems": \(threeSmallSystems), "tables": [{"name": "table",
      "columns": ["ndcg@5"]}], "training": {"epochs": 300, "evaluateEvery": 50,
      "checkpointEvery": 1000}}
    """

  @Test(arguments: ["1", "2"])
  func ctrlCSavesAndTheSameCommandGoesOn(jobs: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.long)
      #expect(try scene.run("--results", "Undisturbed").status == 0)

      for system in ["BPR", "IRGAN"] {
        let running = try scene.start("--jobs", jobs)
        #expect(running.wait { running.errors.contains("\(system), seed 1: epoch") })
        running.send(SIGINT)
        let stopped = try running.end()
        #expect(stopped.status == 1)
        #expect(stopped.output == "")
        #expect(
          stopped.errors.hasSuffix(
            "\nerror: stopped; all is saved, the same command goes on from here, and `reprise report` shows"
              + " what is finished\n"))
      }
      #expect(folder.contents.contains { $0.hasSuffix("/checkpoint.h5") })

      let last = try scene.run("--jobs", jobs)
      #expect(last.status == 0)
      #expect(last.errors.contains("IRGAN, seed 1: goes on at epoch "))
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(try scene.trained() == scene.trained(in: "Undisturbed"))
      #expect(try scene.trained().count == 9)
    }
  }

  /// The delays follow the machine's speed, so that the tenth kill still meets a running program.
  @Test func tenKillsAtRandomMomentsChangeNothing() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "systems": \(threeSmallSystems), "tables": [{"name": "table",
          "columns": ["ndcg@5"]}],
          "training": {"epochs": 60, "evaluateEvery": 7, "checkpointEvery": 1}}
        """)
      let began = ContinuousClock.now
      #expect(try scene.run("--results", "Undisturbed").status == 0)
      let whole = began.duration(to: .now) / .milliseconds(1)

      var random = Random(seed: 20_260_131, stream: "kills")
      var kills = 0
      var said = ""
      for kill in 0..<10 {
        let running = try scene.start()
        // However slow the machine is now, some kills meet a training that is under way.
        if kill % 2 == 1 {
          #expect(running.wait { running.errors.contains(": epoch ") })
        }
        usleep(UInt32(1000 * whole / 10 * random.uniformDouble()))
        running.send(SIGKILL)
        let killed = try running.end()
        if killed.status == SIGKILL { kills += 1 }
        said += killed.errors
      }
      #expect(kills >= 8)
      let last = try scene.run()
      #expect(last.status == 0, "\(last.errors)")
      #expect((said + last.errors).contains(": goes on at epoch "))
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(try scene.trained() == scene.trained(in: "Undisturbed"))
      #expect(try scene.trained().count == 9)
      #expect(!folder.contents.contains { $0.hasSuffix(".tmp") })
    }
  }

  @Test func aSecondRunWaitsAndSaysSo() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [{"name": "table", "columns": ["ndcg@5"]}], "figures": [],
         "training": {"epochs": 4000, "evaluateEvery": 500, "checkpointEvery": 1000},
         "systems": [{"label": "CFGAN", "recommender": "cfgan",
           "settings": {"rows": "users", "generatorHidden": [8], "discriminatorHidden": [8]}}]}
        """)
      #expect(try scene.run("--results", "Undisturbed").status == 0)

      let first = try scene.start()
      #expect(first.wait { first.errors.contains("CFGAN, seed 1: epoch") })
      let second = try scene.start()
      let third = try scene.start()
      let words = "seed 1: waiting for process "
      #expect(second.wait { second.errors.contains(words) })
      #expect(third.wait { third.errors.contains(words) })
      // One that waits can be stopped, and the others go on.
      third.send(SIGINT)
      #expect(try third.end().status == 1)
      #expect(try first.end().status == 0)
      #expect(try second.end().status == 0)
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(try scene.trained() == scene.trained(in: "Undisturbed"))
      #expect(!folder.contents.contains { $0.hasSuffix(".tmp") })
    }
  }
}
