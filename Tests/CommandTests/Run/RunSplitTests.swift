import Basics
import Foundation
import Results
import TestSupport
import Testing

/// What a report says of those who were tested and of what became of the events.
@Suite struct RunSplitTests {
  /// Of six users one (u6) has ratings below 4 only, and u5 nothing in the test file; i9 has no
  /// kept rating. The pair u1, i1 is there three times.
  private static let ratings = """
    user,item,rating,time
    u1,i1,5,100
    u1,i1,4,90
    u1,i2,5,110
    u1,i3,4,120
    u2,i1,5,100
    u2,i2,4,110
    u3,i2,5,100
    u3,i3,5,130
    u4,i4,5,200
    u5,i1,5,50
    u6,i9,1,60
    u1,i1,5,95
    u7,,5,96

    """

  private static let spec = #"""
    {"title": "Small", "data": {"dataset": "csv",
       "csv": {"files": ["../ratings.csv"], "missing": "drop", "columns": {"user": "user", "item": "item",
         "rating": "rating", "time": "time"}},
       "feedback": {"ratingAtLeast": 4}, "split": {"method": "by-time", "test": 0.45}},
     "seeds": [1, 2], "metrics": ["hit-rate@2", "hit-rate@2(among=2)"],
     "systems": [{"label": "Pop", "recommender": "item-pop"}],
     "tables": [{"name": "both", "columns": ["hit-rate@2", "hit-rate@2(among=2)"]},
       {"name": "whole", "columns": ["hit-rate@2"]},
       {"name": "drawn", "columns": ["hit-rate@2(among=2)"]}]}
    """#

  private func experiment(_ folder: TemporaryFolder, _ patch: JSON = [:]) throws {
    try folder.write(Self.ratings, to: "ratings.csv")
    let spec = try JSON.parse(Self.spec, file: "spec").merging(patch: patch)
    try folder.write(spec.canonicalText, to: "paper/small.json")
  }

  private func reprise(_ folder: TemporaryFolder, _ arguments: String...) throws -> CommandResult {
    try Command.reprise(arguments, in: folder.path)
  }

  /// Of nine pairs the last four in time are tested: (u2, i2), (u1, i3), (u3, i3) and (u4, i4).
  @Test func footnotesAndCSVSayWhoWasTestedAndWhatBecameOfTheEvents() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      let result = try reprise(folder, "run", "paper/small.json")
      #expect(result.status == 0, "\(result.errors)")
      let tested =
        "Tested: 4 of 6 users (1 left out with nothing held out, 1 left out without an interaction, 1"
        + " tested with nothing to learn from); candidates are 5 items, 1 of them without an interaction,"
        + " 3 without one to learn from"
      let parts =
        "Parts: 5 train, 0 validation, 4 test; of 12 events 2 merged as repeats of a pair, 1 left out"
        + " by the feedback rule"
      let dropped = "Left out: 1 record (1: item is missing)"
      for file in ["whole.md", "whole.tex"] {
        let text = try folder.text(of: "Results/paper/small/\(file)")
        for line in [tested, parts, dropped] { #expect(text.contains(line), "\(line) in \(text)") }
      }
      #expect(result.output.contains(tested) && result.output.contains(parts))
      let rows = try CSV.read(
        Files.read(folder["Results/paper/small/split.csv"]), file: "split.csv")
      #expect(rows.rows.map { $0.fields[1...2].joined(separator: ",") } == ["Pop,1", "Pop,2"])
      for row in rows.rows {
        let cells = Dictionary(uniqueKeysWithValues: zip(rows.header, row.fields))
        let expected = [
          "events": "12", "dropped": "1", "dropped_why": "1: item is missing", "no_feedback": "1",
          "repeats_merged": "2", "interactions": "9", "train": "5", "validation": "0", "test": "4",
          "users": "6", "users_tested": "4", "users_without_test": "1",
          "users_without_interaction": "1", "users_tested_not_learned": "1",
          "candidate_items": "5", "items_without_interaction": "1", "items_not_learned": "3",
          "label_1_learned": "", "label_1_tested": "",
        ]
        for (column, value) in expected { #expect(cells[column] == value, "\(column)") }
      }
    }
  }

  @Test func eachTableSaysWhatIsRankedForItsMetrics() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      #expect(try reprise(folder, "run", "paper/small.json").status == 0)
      func notes(_ table: String) throws -> [String] {
        try folder.text(of: "Results/paper/small/\(table).md").split(separator: "\n").map(
          String.init
        ).filter { $0.contains("ranked") }
      }
      let every =
        "very item is ranked, those without an interaction too; what was trained on is masked"
      let drawn = "user's held-out items are ranked with 2 drawn ones alone"
      let (whole, few, both) = try (notes("whole"), notes("drawn"), notes("both"))
      #expect(whole.count == 1 && whole[0].hasPrefix("- E\(every); ties by "))
      #expect(few.count == 1 && few[0].hasPrefix("- A \(drawn), "))
      #expect(both.count == 2 && both[0].hasPrefix("- HR@2: e\(every); "))
      #expect(both[1].hasPrefix("- HR@2(among=2): a \(drawn), "))
    }
  }

  /// Facts of the data are kept for reports; those of an earlier version, which have no figures,
  /// are read.
  @Test func aReportWithoutTheDataSaysTheSameAsFarAsARunHasKeptIt() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      #expect(try reprise(folder, "run", "paper/small.json").status == 0)
      let files = ["both.md", "both.tex", "split.csv"].map { "Results/paper/small/\($0)" }
      let before = try files.map(folder.text)
      try FileManager.default.removeItem(atPath: folder["ratings.csv"])
      let report = try reprise(folder, "report", "paper/small.json")
      #expect(report.status == 0 && report.errors.contains("not at hand"), "\(report.errors)")
      #expect(try files.map(folder.text) == before)

      let path = try #require(folder.contents.first { $0.contains(".trials/data/") })
      let old = try JSON.read(folder[path]).merging(
        patch: ["counts": .null, "checksum": .null])
      let splits = try old.member("splits").asArray().map {
        $0.merging(patch: ["counts": .null])
      }
      let body = old.merging(patch: .object([("splits", .array(splits))]))
      let sealed = body.merging(
        patch: ["checksum": .string(SHA256.hex(of: body.canonicalText))])
      try folder.write(sealed.canonicalText, to: path)
      let again = try reprise(folder, "report", "paper/small.json")
      #expect(again.status == 0, "\(again.errors)")
      #expect(!again.output.contains("Tested: "))
      let csv = try folder.text(of: "Results/paper/small/split.csv")
      #expect(csv.contains(",Pop,1,,,,,,,,"))
      // With the data at hand they are made anew.
      try folder.write(Self.ratings, to: "ratings.csv")
      #expect(try reprise(folder, "run", "paper/small.json").status == 0)
      #expect(try files.map(folder.text) == before)
    }
  }

  /// Committed results of an earlier version have neither the file nor the lines.
  @Test func resultsOfAnEarlierVersionAreVerifiedByTheirNumbers() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      #expect(try reprise(folder, "run", "paper/small.json").status == 0)
      let results = "Results/paper/small"
      try FileManager.default.removeItem(atPath: folder["\(results)/split.csv"])
      let now = try folder.text(of: "\(results)/whole.md")
      let lines = now.split(separator: "\n", omittingEmptySubsequences: false)
      let earlier = lines.filter { !$0.hasPrefix("- Tested") && !$0.hasPrefix("- Parts") }
      #expect(earlier.count == lines.count - 2)
      try folder.write(earlier.joined(separator: "\n"), to: "\(results)/whole.md")
      let verified = try reprise(folder, "verify", "paper/small.json")
      #expect(verified.status == 0, "\(verified.errors)")
      #expect(verified.output.contains("of an earlier version, without split.csv"))
      // A number is compared as ever.
      let wrong = try folder.text(of: "\(results)/drawn.csv").replacing(",2,\n", with: ",3,\n")
      try folder.write(wrong, to: "\(results)/drawn.csv")
      let differs = try reprise(folder, "verify", "paper/small.json")
      #expect(differs.status == 1 && differs.output.contains("small/drawn.csv: Pop, "))
    }
  }

  @Test func recordsSayWhatShareOfThemIsLabelled1() throws {
    try withTemporaryFolder { folder in
      let rows = (0..<20).map { "u\($0 % 4),\($0),\($0 % 5 == 0 ? 1 : 0),\($0 + 1)" }
      try folder.write(
        "who,price,clicked,when\n" + rows.joined(separator: "\n") + "\n", to: "c.csv")
      try folder.write(
        #"""
        {"title": "Clicks", "data": {"dataset": "csv", "csv": {"files": ["../c.csv"],
           "columns": {"who": "user", "price": "number", "clicked": "label", "when": "time"}},
           "clicks": {"label": "clicked", "fields": ["price"]},
           "split": {"method": "by-time", "test": 0.25, "validation": 0.2}},
         "seeds": [1], "metrics": ["log-loss"], "training": {"epochs": 1},
         "systems": [{"label": "LR", "recommender": "lr"}],
         "tables": [{"name": "table", "columns": ["log-loss"]}]}
        """#, to: "paper/clicks.json")
      let result = try reprise(folder, "run", "paper/clicks.json")
      #expect(result.status == 0, "\(result.errors)")
      // Of the first fifteen records 0, 5 and 10 are clicks, of the last five 15.
      let line =
        "Records: 12 train, 3 validation, 5 test; label 1 in 20% of those learned from, 20% of those"
        + " tested; 4 of 4 users tested, 0 of them with nothing to learn from"
      let table = try folder.text(of: "Results/paper/clicks/table.md")
      #expect(table.contains(line), "\(table)")
      #expect(!table.contains("ranked"))
      let csv = try folder.text(of: "Results/paper/clicks/split.csv")
      #expect(csv.hasSuffix(",LR,1,20,0,,,,20,12,3,5,4,4,,,0,,,,3,1,\n"), "\(csv)")
    }
  }

  @Test func aTableCannotTakeTheNameOfTheFile() throws {
    try withTemporaryFolder { folder in
      try experiment(folder, ["tables": [["name": "split", "columns": ["hit-rate@2"]]]])
      let result = try reprise(folder, "check", "paper/small.json")
      #expect(result.status == 2)
      #expect(result.errors.contains("\"split\" names another file of the results"))
    }
  }
}
