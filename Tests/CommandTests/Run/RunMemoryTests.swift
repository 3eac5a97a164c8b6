import Foundation
import TestSupport
import Testing

/// What cannot fit is refused before anything trains, and what cannot fit together waits.
@Suite struct RunMemoryTests {
  /// Status 1 or 2, one line, and no trace of a crash.
  private func expectOneLine(_ result: CommandResult, contains words: String) {
    #expect(result.status == 1 || result.status == 2, "\(result.status): \(result.errors)")
    let lines = result.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    #expect(lines.count == 1 && lines[0].contains(words), "\(result.errors)")
    #expect(!result.errors.contains("Fatal error") && !result.errors.contains("signal"))
  }

  @Test func aTrialThatNeedsMoreThanThereIsIsRefused() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let result = try scene.run("--memory", "20M")
      #expect(result.status == 1)
      expectOneLine(result, contains: "Pop: needs about ")
      #expect(result.errors.contains(" of memory"))
      #expect(result.errors.contains("and 20 MiB are free"))
      #expect(scene.trials().isEmpty)
      // Finished trials need nothing.
      #expect(try scene.run().status == 0)
      #expect(try scene.run("--memory", "20M").status == 0)
    }
  }

  @Test func fewerRunSideBySideThanWouldFitAndTheResultsAreTheSame() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let narrow = try scene.run("--jobs", "4", "--memory", "100M")
      #expect(narrow.status == 0, "\(narrow.errors)")
      let said = narrow.errors.split(separator: "\n").filter {
        $0.contains("2 trials side by side instead of 4: ")
      }
      #expect(said.count == 1, "\(narrow.errors)")
      let wide = try scene.run("--jobs", "4", "--memory", "4G", "--results", "Wide")
      #expect(!wide.errors.contains("side by side"))
      #expect(try scene.trained() == scene.trained(in: "Wide"))
    }
  }

  /// A worker that the system gives no more memory in the middle of its work is not tried again,
  /// and costs its own trial.
  @Test(
    .enabled(if: foundOrRequired(FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit"))))
  func aWorkerThatRunsOutOfMemorySaysSoInALine() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "figures": [], "tables": [{"name": "table", "columns": ["ndcg@5"]}],
         "training": {"epochs": 100000, "evaluateEvery": 1, "checkpointEvery": 1}, "systems": [
          {"label": "CFGAN", "recommender": "cfgan", "settings": {"rows": "users",
            "generatorHidden": [1000, 1000], "discriminatorHidden": [8]}},
          {"label": "Pop", "recommender": "item-pop"}]}
        """)
      let running = try scene.start("--jobs", "1")
      #expect(running.wait { running.errors.contains("CFGAN, seed 1: epoch") })
      let worker = try #require(running.children.first)
      let status = try String(contentsOfFile: "/proc/\(worker)/status", encoding: .utf8)
      let size = try #require(
        status.firstMatch(of: /VmSize:\s+(\d+) kB/).flatMap { Int($0.1) })
      let limit = Process()
      limit.executableURL = URL(filePath: "/usr/bin/prlimit")
      limit.arguments = ["--pid", "\(worker)", "--as=\(1024 * size + 1_000_000)"]
      try limit.run()
      let ended = try running.end()
      expectOneLine(ended, contains: "CFGAN, seed 1: out of memory (asked for ")
      #expect(!ended.errors.contains("trying once more"))
      #expect(ended.output.contains("Gap: CFGAN: 1 of 1 seed is missing"))
    }
  }

  @Test(arguments: ["12", "-1G", "lots", "0G"])
  func anAmountThatIsNoneIsRefused(_ amount: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let result = try scene.run("--memory=\(amount)")
      #expect(result.status == 2)
      #expect(
        result.errors.contains(
          "--memory \(amount): expected a number with a unit, such as 800M, 12G or 1.5T"))
    }
  }

  /// Settings within their ranges that no machine has the memory for.
  @Test(arguments: [
    (
      "ur-gan",
      #"{"condition": "interactions", "generatorHidden": [65536, 65536, 65536, 65536]}"#
    ),
    ("cfgan", #"{"generatorHidden": [65536, 65536, 65536], "generatorBatch": 65536}"#),
    ("gan", #"{"noiseSize": 65536, "noiseDraws": 100000}"#),
    ("mlp", #"{"layers": [65536, 65536, 65536], "batch": 1000000}"#),
    ("neumf", #"{"factors": 4096, "layers": [65536, 65536, 65536]}"#),
    ("gmf", #"{"factors": 4096, "batch": 1000000}"#),
  ])
  func absurdSettingsEndInOneLine(_ name: String, _ settings: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [], "figures": [],
         "systems": [{"label": "Big", "recommender": "\(name)", "settings": \(settings)}]}
        """)
      expectOneLine(try scene.run("--memory", "8G"), contains: "Big: needs about ")
      #expect(scene.trials().isEmpty)
      let checked = try Command.reprise(["check", "paper/small.json"], in: folder.path)
      #expect(checked.status == 0 && checked.output.contains("Big: "))
    }
  }

  /// The records are made before anything is known of a trial.
  @Test func anAbsurdSimulationEndsInOneLine() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        #"""
        {"title": "T", "seeds": [1], "metrics": ["roc-auc"], "data": {"dataset": "behaviour-log",
          "simulation": {"records": 1000000000}, "clicks": {"label": "purchase", "fields": ["user"]}},
         "systems": [{"label": "LR", "recommender": "lr"}]}
        """#, to: "paper/a.json")
      let result = try Command.reprise(["run", "paper/a.json", "--memory", "8G"], in: folder.path)
      expectOneLine(result, contains: "behaviour-log: 1000000000 records need about 140 GiB")
      let checked = try Command.reprise(["check", "paper/a.json"], in: folder.path)
      #expect(
        checked.output.hasSuffix("    sizes unknown: behaviour-log is not simulated for this\n"))
    }
  }

  /// A limit that the process has by itself, as a scheduler sets it.
  @Test func aLimitOfTheAddressSpaceIsKept() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [], "figures": [], "systems": [{"label": "Big",
          "recommender": "mlp", "settings": {"layers": [16384, 8192, 64]}}]}
        """)
      let program = Command.folder.appending(path: "reprise").path()
      let command =
        "cd '\(folder.path)' && ulimit -v 3000000 && '\(program)' run paper/small.json 2>&1; echo $?"
      let result = try #require(OtherProgram.output("bash", ["-c", command]))
      #expect(result.contains("error: Big: needs about "), "\(result)")
      #expect(result.hasSuffix("\n1\n") && !result.contains("Fatal error"), "\(result)")
      #expect(scene.trials().isEmpty)
    }
  }

  @Test func memoryAndTimeAreToldBeforeAnythingTrains() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let result = try Command.reprise(["check", "paper/small.json"], in: folder.path)
      #expect(result.status == 0 && result.errors == "")
      let systems = #/    BPR: \d+ MiB and [\d.]+ s a trial, 2 trials\n/#
      #expect(result.output.contains(systems), "\(result.output)")
      #expect(
        result.output.contains(#/    about [\d.]+ s on \d+ cores? and up to \d+ MiB a trial\n/#))
      #expect(scene.trials().isEmpty)
    }
  }

  @Test func dataThatAreNotAtHandAreNotFetched() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        #"""
        {"title": "T", "data": {"dataset": "ml-100k"}, "seeds": [1], "metrics": ["precision@5"],
         "systems": [{"label": "ItemPop", "recommender": "item-pop"}]}
        """#, to: "a.json")
      let result = try Command.reprise(["check", "a.json", "--data", "data"], in: folder.path)
      #expect(result.status == 0)
      #expect(result.output.hasSuffix("    sizes unknown: data not fetched\n"))
      #expect(folder.contents == ["a.json"])
    }
  }
}
