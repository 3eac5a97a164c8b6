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
      #expect(try scene.run("--seeds", "1").output.contains("(one seed), holds"))
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
