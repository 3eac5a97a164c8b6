import Basics
import Foundation
import Results
import TestSupport
import Testing

/// Systems with data of their own, and tables that count data sets.
@Suite struct RunDataTests {
  /// Each row is measured on its own data, and the table says which.
  @Test func systemsMayHaveDataOfTheirOwn() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        #"""
        {"systems": [{"label": "few", "recommender": "item-pop", "data": {"sample": 100}},
          {"label": "all", "recommender": "item-pop"},
          {"label": "as all", "recommender": "item-pop"}],
         "tables": [{"name": "table", "columns": ["precision@5"]},
          {"name": "few", "columns": ["precision@5"], "systems": ["few"]}], "figures": []}
        """#)
      let result = try scene.run("--jobs", "2")
      #expect(result.status == 0, "\(result.errors)")
      let how = "random-per-user split, 20% test, seeded by the trial, in the order of the file\n"
      let markdown = try folder.text(of: "Results/paper/small/table.md")
      #expect(
        markdown.contains("- Data of few: files, feedback all ratings, a sample of 100, \(how)"))
      #expect(markdown.contains("- Data of all, as all: files, feedback all ratings, \(how)"))
      #expect(
        markdown.contains("\n- Tested of few: ") && markdown.contains("\n- Parts of all, as all: "))
      let split = try CSV.read(
        Files.read(folder["Results/paper/small/split.csv"]), file: "split.csv")
      #expect(split.rows.map { $0.fields[1] } == ["few", "few", "all; as all", "all; as all"])
      #expect(split.rows.map { $0.fields[2] } == ["1", "2", "1", "2"])
      // A sample leaves out other users and items by each seed.
      let tested = split.rows.map { $0.fields[13] }
      #expect(tested[0] != tested[1] && tested[2] == tested[3])
      let (least, most) = tested[0] < tested[1] ? (tested[0], tested[1]) : (tested[1], tested[0])
      #expect(markdown.contains("\n- Tested of few: \(least) to \(most) of "))
      let few = try folder.text(of: "Results/paper/small/few.md")
      #expect(few.contains("- Data: files, feedback all ratings, a sample of 100, \(how)"))

      let rows = try TableEntry.read(folder["Results/paper/small/table.csv"])
      #expect(rows.map(\.system) == ["few", "all", "as all"])
      #expect(rows[1].mean == rows[2].mean && rows[0].mean != rows[1].mean)
      let manifest = try Manifest(reading: folder["Results/paper/small/manifest.json"])
      #expect(Set(manifest.trials).count == 4)

      // The whole data's trials are those of a spec that has nothing else.
      try scene.write(
        #"{"systems": [{"label": "P", "recommender": "item-pop"}], "tables": [], "figures": []}"#,
        as: "alone")
      #expect(try scene.run(spec: "alone").status == 0)
      let alone = try Manifest(reading: folder["Results/paper/alone/manifest.json"])
      #expect(alone.trials == Array(manifest.trials[2...3]))
      #expect(alone.dataHash == manifest.dataHash)
    }
  }

  @Test func aSampleLargerThanTheDataIsRefused() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        #"""
        {"systems": [{"label": "P", "recommender": "item-pop", "data": {"sample": 99999}}],
         "tables": [], "figures": []}
        """#)
      let result = try scene.run()
      #expect(result.status == 3)
      #expect(result.errors.contains("files: a sample of 99999 cannot be drawn from "))
    }
  }

  private static let counted = #"""
    {"title": "Data", "departures": ["made"], "tables": [{
      "name": "sizes", "rows": "dataset",
      "datasets": {
        "ours": {"dataset": "files", "files": ["../ratings.tsv"]},
        "liked": {"dataset": "files", "files": ["../ratings.tsv"], "feedback": {"ratingAtLeast": 4}}},
      "quantities": [
        {"name": "users", "kind": "users", "published": {"ours": 3, "liked": 2}},
        {"name": "interactions", "kind": "interactions", "published": {"ours": 5}},
        {"name": "sparsity", "kind": "sparsity", "published": {"ours": 16.70}},
        {"name": "fours", "kind": "count", "counted": {"rating": 4}, "published": {}},
        {"name": "weight", "kind": "number", "published": {"ours": 7}}]}],
     "claims": [{"quote": "three users", "equal": [["ours", "users"]], "expected": 3}]}
    """#

  @Test func dataSetsAreCounted() throws {
    try withTemporaryFolder { folder in
      try folder.write("1 1 5\n1 2 1\n2 1 4\n2 2 4\n3 1 2\n", to: "ratings.tsv")
      try folder.write(Self.counted, to: "paper/data.json")
      func reprise(_ arguments: String...) throws -> CommandResult {
        try Command.reprise(arguments, in: folder.path)
      }
      #expect(
        try reprise("check", "paper/data.json").output
          == "paper/data.json: Data\n  1 published table, 1 claim, to audit; 2 data sets to count\n"
      )
      // Counting knows no seeds, as `make reproduce-table1` asks for one.
      let run = try reprise("run", "paper/data.json", "--seeds", "1")
      #expect(run.status == 0, "\(run.errors)")
      let entries = try TableEntry.read(folder["Results/paper/data/sizes.csv"])
      func number(_ row: String, _ column: String) -> Double? {
        entries.first { $0.system == row && $0.metric == column }?.mean
      }
      #expect(number("ours", "users") == 3 && number("ours", "interactions") == 5)
      #expect(abs((number("ours", "sparsity") ?? 0) - 100.0 / 6) < 1e-12)
      #expect(number("liked", "users") == 2 && number("liked", "interactions") == 3)
      #expect(number("ours", "weight") == nil && number("ours", "fours") == 2)
      #expect(entries.filter(\.isCounted).count == 8)
      let markdown = try folder.text(of: "Results/paper/data/sizes.md")
      for part in [
        "| Data set |", "- liked: files, feedback rating ≥ 4\n", "- Departure: made\n",
        "16.70 → 16.67 (−0.0333)", " 3 → 3 (+0) ", " 2 → 2 (+0) ", " 5 → 5 (+0) ",
        "- users: users with an interaction\n",
      ] { #expect(markdown.contains(part), "\(part) in \(markdown)") }
      #expect(!markdown.contains("Seeds") && !markdown.contains("deviation"))
      let verdicts = try folder.text(of: "Results/paper/data/verdicts.md")
      #expect(verdicts.contains("**reproduced**") && !verdicts.contains("(one seed)"))
      #expect(
        folder.contents.filter { $0.hasPrefix("Results/paper/") }
          == [
            "manifest.json", "sizes.csv", "sizes.md", "sizes.tex", "verdicts.csv", "verdicts.md",
          ].map { "Results/paper/data/\($0)" })

      #expect(try reprise("verify", "paper/data.json").status == 0)
      #expect(try reprise("report", "paper/data.json").status == 0)
      #expect(try reprise("page", "paper").status == 0)
      let page = try folder.text(of: "Results/paper/README.md")
      for part in [
        "| [Data](#data) | measured | 1 reproduced |", "Counted in the data.", "| Data set |",
        "make reproduce-paper-data   # sets up, fetches the data, counts,",
        "reprise verify paper/data.json",
      ] { #expect(page.contains(part), "\(part)") }
      #expect(!page.contains("0 trials"))
    }
  }
}
