import Foundation
import TestSupport
import Testing

/// Tests of significance, from the spec to the files.
@Suite struct RunSignificanceTests {
  private func patch(_ significance: String) -> String {
    """
    {"training": {"epochs": 80, "evaluateEvery": 80, "checkpointEvery": 80},
      "tables": [{"name": "table", "columns": ["precision@5", "ndcg@5"],
      "significance": \(significance)}]}
    """
  }

  @Test func theTableSaysWhatIsSignificant() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, patch(#"{"against": "Pop"}"#))
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      let path = "Results/paper/small/table-significance.csv"
      let lines = try folder.text(of: path).split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("system,metric,reference,test,over,n,difference,low,high,"))
      #expect(lines[1].hasPrefix("BPR,precision@5,Pop,paired-t,users,"))
      #expect(lines[2].hasPrefix("BPR,ndcg@5,Pop,paired-t,users,"))
      // Without a user left out, the mean difference is that of the table.
      let table = try folder.text(of: "Results/paper/small/table.csv").split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let means = table.filter { $0[1] == "ndcg@5" }.compactMap { Double($0[$0.count - 4]) }
      let difference = try #require(Double(lines[2].split(separator: ",")[6]))
      #expect(abs(means[1] - means[0] - difference) < 1e-12)
      // A planted pattern is learned by one and not by the other.
      let note = "Significant against Pop at 0.05 (paired-t over"
      #expect(result.output.contains(note))
      for file in ["table.md", "table.tex"] {
        let text = try folder.text(of: "Results/paper/small/\(file)")
        #expect(text.contains(note) && text.contains("BPR higher in P@5, NDCG@5"), "\(file)")
      }
      // Results that are written elsewhere to be compared come from the same trials.
      let verified = try Command.reprise(["verify", "paper/small.json"], in: folder.path)
      #expect(verified.status == 0, "\(verified.errors)")
      // Another test needs no training.
      let files = try scene.trained()
      try scene.write(
        patch(#"{"against": "BPR", "test": "randomisation", "resamples": 999}"#))
      let report = try Command.reprise(["report", "paper/small.json"], in: folder.path)
      #expect(report.status == 0, "\(report.errors)")
      #expect(try folder.text(of: path).contains("\nPop,precision@5,BPR,randomisation,users,"))
      #expect(try scene.trained() == files)
      let first = try folder.text(of: path)
      _ = try Command.reprise(["report", "paper/small.json"], in: folder.path)
      #expect(try folder.text(of: path) == first)
    }
  }

  @Test func whatIsTooSmallToMatterIsEquivalent() throws {
    try withTemporaryFolder { folder in
      func table(_ equivalence: String, _ rest: String) -> String {
        """
        {"training": {"epochs": 80, "evaluateEvery": 80, "checkpointEvery": 80},
          "tables": [{"name": "table", "columns": ["precision@5", "ndcg@5"],
          "equivalence": \(equivalence)\(rest)}]}
        """
      }
      let scene = try RunScene(
        folder,
        table(
          #"{"precision@5": 0.9}"#,
          #", "significance": {"against": "Pop"}, "published": {"BPR": {"precision@5": 0.5, "ndcg@5": 0.5}}"#
        ))
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      #expect(
        result.output.contains(
          "Equivalent to Pop at 0.05 (two one-sided tests, P@5 ± 0.9): BPR in P@5\n"))
      #expect(
        result.output.contains(
          "Equivalent to what is printed (two one-sided t-tests over seeds at 0.05, P@5 ± 0.9): BPR P@5;"
            + " not shown to be: none\n"), "\(result.output)")
      #expect(
        result.output.contains("Over users and seeds at once (two-way bootstrap, intervals that"))
      let csv = try folder.text(of: "Results/paper/small/table-significance.csv")
      let lines = csv.split(separator: "\n")
      #expect(
        lines[0].hasSuffix(
          ",low over both,high over both,margin,p of equivalence,corrected of it,equivalent"))
      #expect(lines[1].hasSuffix(",true") && lines[2].hasSuffix(",,,,"))
      for (equivalence, rest, message) in [
        (#"{"recall@5": 0.1}"#, "", "\"recall@5\" is no column of this table"),
        (#"{"precision@5": 0.1}"#, "", "there is nothing to be equivalent to"),
        (#"{"precision@5": 0}"#, "", "equivalence.precision@5: 0 is out of range"),
      ] {
        try scene.write(table(equivalence, rest))
        let refused = try scene.run()
        #expect(refused.status == 2 && refused.errors.contains(message), "\(refused.errors)")
      }
    }
  }

  @Test func aTrialOfAnEarlierVersionIsNamed() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, patch(#"{"against": "Pop"}"#))
      _ = try scene.run()
      let users = try #require(
        folder.contents.first { $0.contains("/users-") })
      try FileManager.default.removeItem(atPath: folder[users])
      let result = try scene.run()
      #expect(result.status == 1)
      #expect(result.output.contains("Not tested: "))
      #expect(folder.contents.contains("Results/paper/small/table.csv"))
      let message =
        #/error: (Pop|BPR), seed [12]: (.*): cannot be read: no such file or directory; (.*)\n/#
      let match = try #require(try message.firstMatch(in: result.errors), "\(result.errors)")
      #expect(match.2 == users)
      #expect(
        match.3 == "a test over users needs it; `--again damaged` trains this trial anew")
      #expect(try scene.run("--again", "damaged").status == 0)
    }
  }

  @Test func aTestOverOneSeedIsRefused() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, patch(#"{"against": "Pop", "over": "seeds"}"#))
      for command in ["run", "report"] {
        let result = try Command.reprise(
          [command, "paper/small.json", "--seeds", "1"], in: folder.path)
        #expect(result.status == 2)
        #expect(
          result.errors == "error: --seeds 1: the significance test of the table \"table\" is over"
            + " seeds and needs at least two\n")
      }
      let profile = try scene.run("--profile", "quick")
      #expect(profile.status == 2)
      #expect(
        profile.errors.contains("a test over seeds needs at least two seeds, and the spec has 1"))
      #expect(!folder.contents.contains { $0.hasPrefix("Results/") })
      #expect(try scene.run().status == 0)
    }
  }
}
