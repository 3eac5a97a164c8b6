import Foundation
import Results
import TestSupport
import Testing

/// Metrics that are measured and not defined, and tests of significance that cannot be made.
@Suite struct RunUndefinedTests {
  private static let spec = #"""
    {"title": "Small", "data": {"dataset": "files", "files": ["../pairs.txt"],
       "split": {"method": "leave-one-out"}},
     "seeds": [1], "metrics": ["hit-rate@1", "auc"],
     "systems": [{"label": "Pop", "recommender": "item-pop"},
       {"label": "Rnd", "recommender": "random"}],
     "tables": [
       {"name": "table", "columns": ["hit-rate@1", "auc"], "significance": {"against": "Pop"},
        "published": {"Pop": {"auc": 0.5}}},
       {"name": "own", "quantities": [
         {"name": "hits", "kind": "count", "published": {"a": 3},
          "measured": {"metric": "hit-rate@1", "systems": {"a": "Pop"}}}]}],
     "figures": [{"name": "both", "x": "system", "y": ["hit-rate@1", "auc"]},
       {"name": "none", "y": ["auc"]}],
     "claims": [
       {"quote": "best", "best": "Pop", "on": ["auc"], "among": ["Rnd"]},
       {"quote": "three", "equal": [["a", "hits"]], "expected": 3}]}
    """#

  private func run(_ folder: TemporaryFolder, _ pairs: String) throws -> CommandResult {
    try folder.write(pairs, to: "pairs.txt")
    try folder.write(Self.spec, to: "paper/small.json")
    return try Command.reprise(["run", "paper/small.json"], in: folder.path)
  }

  private func text(_ folder: TemporaryFolder, _ file: String) throws -> String {
    try folder.text(of: "Results/paper/small/\(file)")
  }

  /// Who has every item but the one that is held out leaves nothing to compare it with.
  @Test func anAUCWithoutAnythingToCompareIsNotDefinedWhereverItIsShown() throws {
    try withTemporaryFolder { folder in
      let pairs = (1...3).flatMap { user in
        (1...3).map { "u\(user) i\($0) 5 \(100 * user + $0)\n" }
      }
      let result = try run(folder, pairs.joined())
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("hit-rate@1 1.0000, auc not defined\n"))
      #expect(try text(folder, "table.md").contains("| 0.5000 → not defined |"))
      #expect(try text(folder, "table.tex").contains("ours & \\textbf{1.0000} & not defined"))
      #expect(result.output.contains("not defined"))
      let entries = try TableEntry.read(folder["Results/paper/small/table.csv"])
      #expect(entries.filter { $0.metric == "auc" }.allSatisfy { $0.mean?.isNaN == true })
      let verdicts = try text(folder, "verdicts.csv")
      #expect(
        verdicts.contains("not defined: Pop AUC, Rnd AUC") && !verdicts.contains("not measured"))
      #expect(
        try text(folder, "verdicts.md").contains(
          "| not defined: Pop AUC, Rnd AUC, undecided | **inconclusive** |"))
      // The other metric is tested all the same.
      let tested = try text(folder, "table-significance.csv").split(separator: "\n")
      #expect(tested[1].hasPrefix("Rnd,hit-rate@1,Pop,paired-t,users,3,"))
      #expect(
        tested[2] == "Rnd,auc,Pop,paired-t,users,,,,,,d_z,,,holm,0.05,not tested: the metric is not"
          + " defined for any user of both")
      #expect(
        result.errors.contains(
          "Results/paper/small/none.svg: not drawn, AUC not defined for any system\n"))
      if FigurePlot.findGnuplot() != nil {
        #expect(try text(folder, "both.svg").contains("AUC: not defined"))
      }
      #expect(try Command.reprise(["page", "paper"], in: folder.path).status == 0)
      let page = try folder.text(of: "Results/paper/README.md")
      #expect(page.contains("| Rnd | 1.0000 | not defined |"))
    }
  }

  @Test func oneTestUserCostsTheTestOfSignificanceAlone() throws {
    try withTemporaryFolder { folder in
      let result = try run(folder, "u1 i1 5 10\nu1 i2 5 20\nu2 i3 5 10\nu3 i1 5 5\n")
      #expect(result.status == 0, "\(result.errors)")
      let line =
        "Significance against Pop: – for Rnd in HR@1, AUC (a significance test needs at least two users,"
        + " found 1)"
      #expect(try text(folder, "table.md").contains(line))
      #expect(try text(folder, "table.tex").contains("(a significance test needs at least two"))
      #expect(!result.output.contains("Significant against"))
      let rows = try text(folder, "table-significance.csv").split(separator: "\n")
      #expect(rows.count == 3)
      #expect(rows[1].contains(",,,,,d_z,,,holm,0.05,\"not tested: a significance test needs at"))
      #expect(try TableEntry.read(folder["Results/paper/small/table.csv"]).count == 4)
    }
  }

  @Test func countsArePrintedWithoutDecimals() throws {
    try withTemporaryFolder { folder in
      #expect(try run(folder, "u1 i1 5 10\nu1 i2 5 20\nu2 i3 5 10\nu3 i1 5 5\n").status == 0)
      #expect(try text(folder, "own.md").contains("| a      | 3 → 0 (−3) |"))
      #expect(try text(folder, "own.tex").contains("& ours & 0 \\\\"))
      let verdicts = try text(folder, "verdicts.md")
      #expect(verdicts.contains("| 3 (2.5…3.5), holds | 0 (one seed), undecided |"), "\(verdicts)")
    }
  }
}
