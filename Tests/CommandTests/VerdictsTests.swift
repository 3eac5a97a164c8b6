import TestSupport
import Testing

/// Claims as a user meets them: written in the spec, judged by `run` and `report`.
@Suite struct VerdictsTests {
  private let claims = #"""
    {"claims": [
      {"quote": "precision | no more than one", "equal": [["BPR", "precision@5"]], "expected": 0.5,
       "rounding": {"absolute": 9}, "note": "so to say"},
      {"quote": "P@5 is five", "equal": [["BPR", "precision@5"]], "expected": 5},
      {"quote": "popularity has 0.9", "equal": [["Pop", "precision@5"]], "expected": 0.9},
      {"quote": "stable after 100 epochs", "converges": ["BPR", "precision@5"], "by": 100,
       "within": 0.1},
      {"quote": "smooth", "notTestable": "smoothness has no measure"}]}
    """#

  private func verdicts(_ csv: String) -> [String] {
    csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2).first.map(String.init)
        ?? ""
    }
  }

  @Test func everyClaimGetsItsVerdict() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, claims)
      let run = try scene.run()
      #expect(run.status == 0, "\(run.errors)")
      let csv = try folder.text(of: "Results/paper/small/verdicts.csv")
      #expect(
        verdicts(csv) == [
          "reproduced", "not reproduced", "inconsistent in the paper", "not measured yet",
          "not testable",
        ])
      #expect(csv.contains("popularity has 0.9,equal,Pop P@5 = 0.9 (0.85…0.95),Pop P@5,0.5,0.45,"))
      let markdown = try folder.text(of: "Results/paper/small/verdicts.md")
      #expect(markdown.hasPrefix("# Verdicts: Small\n\n1 reproduced, 1 not reproduced, "))
      #expect(
        markdown.contains(
          #"| “precision \| no more than one” | BPR P@5 = 0.5 (−8.5…9.5) (so to say) |"#))
      #expect(markdown.contains("| 0.5000 (0.45…0.55), fails |"))
      #expect(markdown.contains("BPR P@5 was measured up to epoch 6 only"))
      #expect(markdown.contains("| **not testable**: smoothness has no measure |"))

      // After the tables, before the last line.
      let printed = try #require(run.output.split(separator: "Verdicts: ").last)
      #expect(printed.hasPrefix("1 reproduced, 1 not reproduced, 1 inconsistent in the paper"))
      #expect(printed.hasSuffix("Written to Results/paper/small/\n"))
      #expect(printed.contains("not reproduced             BPR P@5 = 5 (4.5…5.5)\n"))
      // One seed decides nothing; how far seeds lie apart is known from the other run.
      let one = try scene.run("--seeds", "1").output
      #expect(one.contains("(one seed), undecided"))
      #expect(one.contains("Verdicts: 2 inconclusive, 1 inconsistent"), "\(one)")
    }
  }

  @Test func theSpreadOfOtherSeedsIsToldToOne() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, claims)
      let alone = try scene.run("--seeds", "1")
      #expect(!alone.output.contains("seeds of other runs"))
      let files = try folder.text(of: "Results/paper/small-seeds-1/verdicts.md")
      #expect(try scene.run("--seeds", "3").status == 0)
      let known = try scene.run("--seeds", "1")
      #expect(
        known.output.contains(#/seeds of other runs: 0\.\d{4}, sd 0\.\d{4} over 2 seeds/#),
        "\(known.output)")
      // What is written does not depend on what else is at hand.
      #expect(try folder.text(of: "Results/paper/small-seeds-1/verdicts.md") == files)
    }
  }

  @Test func seedsAreAddedUntilNothingIsInconclusive() throws {
    try withTemporaryFolder { folder in
      let claims = #"""
        {"claims": [{"quote": "so it is", "equal": [["BPR", "precision@5"]], "expected": 0.06,
          "rounding": {"absolute": 1e-3}}]}
        """#
      let scene = try RunScene(folder, claims)
      let run = try scene.run("--until-decided", "3")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("2 seeds leave claims inconclusive\n"))
      let rule = "with looks after 2, 3; each interval covers 97.5"
      #expect(run.output.contains(rule))
      #expect(try folder.text(of: "Results/paper/small-seeds-3/verdicts.md").contains(rule))
      // Whoever writes them again, results that were looked at more than once stay so.
      let again = try scene.run("--seeds", "3")
      #expect(again.output.contains(rule))
      for command in ["report", "verify"] {
        let result = try Command.reprise(
          [command, "paper/small.json", "--seeds", "3"], in: folder.path)
        #expect(result.status == 0, "\(command): \(result.errors)\(result.output)")
        #expect(command == "verify" || result.output.contains(rule))
      }
      for (arguments, message) in [
        (["--until-decided", "1"], "--until-decided 1: expected 2 to 1000"),
        (
          ["--until-decided", "2", "--seeds", "3"],
          "--seeds 3 is more than --until-decided 2 allows"
        ),
      ] {
        let refused = try Command.reprise(["run", "paper/small.json"] + arguments, in: folder.path)
        #expect(refused.status == 2 && refused.errors.contains(message), "\(refused.errors)")
      }
      try scene.write(#"{"claims": []}"#)
      let without = try scene.run("--until-decided", "3")
      #expect(without.status == 2 && without.errors.contains("the spec has no claims to decide"))
    }
  }

  @Test func aSentenceCountsOnce() throws {
    try withTemporaryFolder { folder in
      let twice = #"""
        {"claims": [{"quote": "so", "order": [["BPR", "precision@5"], ["Pop", "precision@5"]]},
          {"quote": "so", "equal": [["Pop", "precision@5"]], "expected": 0.9}]}
        """#
      let scene = try RunScene(folder, twice)
      let run = try scene.run()
      #expect(run.output.contains("Verdicts: 1 inconsistent in the paper\n"), "\(run.output)")
      try scene.write(
        #"""
        {"claims": [{"quote": "so", "parts": [
          {"order": [["BPR", "precision@5"], ["Pop", "precision@5"]]},
          {"best": "Pop", "on": ["precision@5"], "among": ["BRP"]}]}]}
        """#)
      let part = try scene.run()
      #expect(
        part.errors.contains("claims[0].parts[1].among[0]: unknown system \"BRP\""),
        "\(part.errors)")
    }
  }

  @Test func claimsCanBeAddedToWhatIsMeasured() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run().status == 0)
      #expect(!folder.contents.contains { $0.contains("verdicts") })
      let times = try scene.times(below: "Results/.trials/").filter { !$0.key.hasSuffix(".lock") }
      try scene.write(claims)
      let report = try Command.reprise(["report", "paper/small.json"], in: folder.path)
      #expect(report.status == 0, "\(report.errors)")
      let files = try scene.results()
      #expect(files["small/verdicts.csv"] != nil && files["small/verdicts.md"] != nil)
      // The run finds the same trials, and writes the same.
      #expect(try scene.run().output == report.output)
      #expect(try scene.results() == files)
      let after = try scene.times(below: "Results/.trials/").filter { !$0.key.hasSuffix(".lock") }
      #expect(after == times)
    }
  }

  @Test func aClaimAboutWhatIsNotThereIsAMistakeInTheSpec() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        #"{"claims": [{"quote": "q", "order": [["BPR", "precision@5"], ["Pob", "precision@5"]]}]}"#)
      let run = try scene.run()
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: paper/small.json:"))
      #expect(
        run.errors.hasSuffix(
          ": claims[0].order[1][0]: unknown system \"Pob\"; did you mean \"Pop\"?\n"))
      #expect(!folder.contents.contains { $0.hasPrefix("Results") })
    }
  }
}
