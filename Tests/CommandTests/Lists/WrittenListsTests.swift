import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

/// Lists that we write, read by us and by other programs.
@Suite struct WrittenListsTests {
  private static let metrics = ["precision@3", "recall@3", "ndcg@3", "mrr", "map", "hit-rate@3"]

  /// Runs ItemPop, many of whose scores are equal, and writes its lists in both formats.
  private func withLists(_ body: (TemporaryFolder, _ values: [Double]) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder)
      try write(#"{"label": "Pop", "recommender": "item-pop"}"#, as: "pop", folder)
      let values = try run("pop", folder)
      let checkpoint = try #require(try experiment.checkpoints(of: "item-pop").first)
      for format in ["csv", "trec"] {
        let result = try experiment.reprise(
          "recommend", "--checkpoint", checkpoint, "--all", "--top", "100", "--format", format,
          "--output", "out")
        #expect(result.status == 0, "\(result.errors)")
        #expect(
          result.output
            == "item-pop, seed 1, files: 25 users in out/lists.\(format), out/qrels.\(format)\n")
      }
      try body(folder, values)
    }
  }

  private func write(_ system: String, as name: String, _ folder: TemporaryFolder) throws {
    let names = Self.metrics.map { "\"\($0)\"" }.joined(separator: ", ")
    try folder.write(
      """
      {"title": "Small", "data": {"dataset": "files", "files": ["../ratings.tsv"],
         "split": {"method": "random-per-user", "test": 0.3}},
       "seeds": [1], "metrics": [\(names)], "systems": [\(system)],
       "tables": [{"name": "table", "columns": [\(names)]}]}
      """, to: "paper/\(name).json")
  }

  private func run(_ name: String, _ folder: TemporaryFolder) throws -> [Double] {
    let result = try Command.reprise(["run", "paper/\(name).json"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    return try TableEntry.read(folder["Results/paper/\(name)/table.csv"]).compactMap(\.mean)
  }

  @Test func whatWeWriteRanksAsItDid() throws {
    try withLists { folder, values in
      #expect(values.count == Self.metrics.count)
      for format in ["csv", "trec"] {
        let settings = #"{"file": "../out/lists.\#(format)", "format": "\#(format)"}"#
        try write(
          #"{"label": "Again", "recommender": "lists", "settings": \#(settings)}"#, as: format,
          folder)
        #expect(try run(format, folder) == values)
      }
    }
  }

  /// By the rules of trec_eval in plain Python; and by ranx, where it is installed.
  @Test(.enabled(if: foundOrRequired(OtherProgram.python != nil)))
  func anotherProgramScoresThemAlike() throws {
    let python = try #require(OtherProgram.python)
    try withLists { folder, values in
      let script = "\(OtherProgram.root)/Tests/Peers/trec_scores.py"
      let text = try #require(
        OtherProgram.output(
          python, [script, folder["out/qrels.trec"], folder["out/lists.trec"]] + Self.metrics))
      let programs = try JSON.parse(text, file: "scores").asObject()
      #expect(programs.first?.key == "python")
      for program in programs {
        for (metric, value) in zip(Self.metrics, values) {
          let theirs = try program.value.member(metric).asNumber()
          #expect(abs(theirs - value) < 1e-9, "\(program.key), \(metric): \(theirs), \(value)")
        }
      }
    }
  }

  @Test func whatIsAskedForMustFitTogether() throws {
    for (arguments, message) in [
      (["--all"], "--all needs --output"),
      (["--user", "1", "--output", "x"], "--output is used by"),
      ([], "expected --user with one"), (["--all", "--user", "1"], "expected --user with one"),
    ] {
      let result = try Command.reprise(["recommend", "--checkpoint", "c.h5"] + arguments)
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }
  }
}
