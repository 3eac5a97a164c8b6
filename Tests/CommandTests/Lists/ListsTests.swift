import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

/// Lists that another program made, as a row of a table.
@Suite struct ListsTests {
  /// a: i2 at place 1. b: i1 is masked, i3 at place 2 behind i5. c: i5 and i6 at places 3 and 1.
  private static let csv = """
    user,item,score
    a,i2,0.9
    a,i3,0.5
    b,i1,3
    b,i5,2
    b,i3,1
    b,i2,0.5
    c,i6,3
    c,i2,2
    c,i5,1.5
    c,i3,1

    """

  @Test func areMaskedMeasuredAndExplained() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.csv, to: "lists/theirs.csv")
      try scene.write(#"{"file": "../lists/theirs.csv"}"#)
      let (values, text) = try scene.run()
      #expect(values == [2.0 / 3, 2.5 / 3])
      #expect(text.contains("\nTheirs: users with a list: 3, items in all: 10\n"))
      #expect(text.contains("\nTheirs: listed and learned from: 1, of users: 1\n"))
      #expect(text.contains("\nTheirs: users whose lists are shorter than whole rankings: 3; "))
      let page = try folder.text(of: "Results/paper/lists/table.md")
      #expect(page.contains("- Theirs: users with a list: 3, items in all: 10\n"))
    }
  }

  @Test func aRunOfTRECIsReadByScoreOrRank() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      let run = "a Q0 i3 1 1 t\na Q0 i2 2 2 t\nb Q0 i3 1 1 t\nc Q0 i5 1 1 t\n"
      try folder.write(run, to: "run.txt")
      try scene.write(#"{"file": "../run.txt", "format": "trec"}"#)
      try scene.write(#"{"file": "../run.txt", "format": "trec", "order": "rank"}"#, as: "ranks")
      let (scores, text) = try scene.run()
      #expect(scores == [1, 1])
      #expect(text.contains("Theirs: users whose scores and ranks are in different orders: 1; "))
      #expect(try scene.run("ranks").values == [2.0 / 3, 2.5 / 3])
    }
  }

  @Test func otherBytesAreMeasuredAnewAndAnotherPathIsNot() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.csv, to: "lists/theirs.csv")
      try folder.write(Self.csv, to: "moved.csv")
      try scene.write(#"{"file": "../lists/theirs.csv"}"#)
      let before = try scene.run().values
      try scene.write(#"{"file": "../moved.csv"}"#)
      let moved = try scene.reprise("why", "paper/lists.json").output
      #expect(moved.contains("1 finished, 0 to measure again, 0 to train"), "\(moved)")
      try folder.write(Self.csv.replacing("a,i2,0.9", with: "a,i2,0.1"), to: "moved.csv")
      let changed = try scene.reprise("why", "paper/lists.json").output
      #expect(changed.contains("0 finished, 0 to measure again, 1 to train"), "\(changed)")
      #expect(try scene.run().values[0] < before[0])
    }
  }

  @Test func reportsDoWithoutTheFilesAndTrialsAreStillOfTheSpec() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.csv, to: "l.csv")
      try scene.write(#"{"file": "../l.csv"}"#)
      let values = try scene.run().values
      try FileManager.default.removeItem(atPath: folder["l.csv"])
      let report = try scene.reprise("report", "paper/lists.json")
      #expect(report.status == 0, "\(report.errors)")
      let table = try TableEntry.read(folder["Results/paper/lists/table.csv"])
      #expect(table.compactMap(\.mean) == values)
      let kept = try scene.reprise("trials", "paper/lists.json")
      #expect(kept.status == 0 && !kept.output.contains("(no spec)"), "\(kept.output)")
    }
  }

  @Test(arguments: [
    ("user,item,score\na,i2,1\nb,i3,1\n", "has nothing for 1 of 3 tested users"),
    ("user,item,score\na,i9,1\n", ":2: the data set has no item \"i9\""),
    ("user,item,score\na,i2,NaN\n", ":2: the score \"NaN\" is not a finite number"),
  ])
  func refusesWhatDoesNotFit(_ text: String, _ message: String) throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(text, to: "l.csv")
      try scene.write(#"{"file": "../l.csv"}"#)
      let result = try scene.reprise("run", "paper/lists.json")
      #expect(result.status == 3 || result.status == 1)
      #expect(
        result.errors.contains("l.csv") && result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func aFileThatIsNotThereIsRefusedWhenChecked() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try scene.write(#"{"file": "../none.csv"}"#)
      let result = try scene.reprise("run", "paper/lists.json")
      #expect(result.status == 3 && result.errors.contains("none.csv: cannot be read"))
    }
  }

  /// Lists alone can do without anything to learn from.
  @Test func whatLearnsIsRefusedWhereAllIsTested() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      let known = Self.csv.replacing("c,i6", with: "c,i4").replacing("a,i2", with: "a,i4")
      try folder.write(known, to: "l.csv")
      func run(_ system: String) throws -> CommandResult {
        try folder.write(
          """
          {"title": "All", "data": {"dataset": "files", "files": ["../data/train.tsv"],
             "split": {"method": "random", "test": 1}},
           "seeds": [1], "metrics": ["mrr"], "systems": [{"label": "A", \(system)}],
           "tables": [{"name": "table", "columns": ["mrr"]}]}
          """, to: "paper/all.json")
        return try scene.reprise("run", "paper/all.json")
      }
      let learning = try run(#""recommender": "item-pop""#)
      #expect(learning.status == 3)
      #expect(learning.errors.contains("A: files: the split leaves nothing to learn from"))
      let given = try run(
        #""recommender": "lists", "settings": {"file": "../l.csv", "unknown": "skip"}"#)
      #expect(given.status == 0, "\(given.errors)")
    }
  }

  /// Embeddings of users and items that are strictly cold: 905 candidates, 6,018 users, the values
  /// that were published with them.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "\(Self.cold)/cold_test_df.csv"),
      "needs ml-1m-cold in $REPRISE_DATA_DIR"))
  func publishedEmbeddingsHaveTheirPublishedValues() throws {
    let published = [
      ("DeepMusic", "0.34729", "0.51673"), ("DropoutNet", "0.35796", "0.53161"),
      ("Heater", "0.35707", "0.53316"),
    ]
    try withTemporaryFolder { folder in
      let systems = published.map { name, _, _ in
        """
        {"label": "\(name)", "recommender": "lists", "settings": {
          "userVectors": "\(Self.cold)/U_emb_\(name).npy",
          "itemVectors": "\(Self.cold)/I_emb_\(name).npy",
          "userIDs": "\(Self.cold)/user_new2old_list_\(name).npy"}}
        """
      }
      try folder.write(
        """
        {"title": "Cold items", "data": {"dataset": "csv", "csv": {
           "files": ["\(Self.cold)/cold_test_df.csv"], "columns": {"uid": "user", "iid": "item"}},
           "split": {"method": "random", "test": 1}},
         "seeds": [1], "metrics": ["recall@30", "ndcg@30"],
         "systems": [\(systems.joined(separator: ", "))],
         "tables": [{"name": "table", "columns": ["recall@30", "ndcg@30"]}]}
        """, to: "paper/cold.json")
      let result = try Command.reprise(["run", "paper/cold.json"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let rows = try CSV.read(
        Files.read(folder["Results/paper/cold/table.csv"]), file: "table.csv")
      let mean = try #require(rows.header.firstIndex(of: "mean"))
      let values = rows.rows.compactMap { Double($0.fields[mean]) }.map {
        String(format: "%.5f", $0)
      }
      #expect(values == published.flatMap { [$0.1, $0.2] })
      #expect(result.output.contains("Tested: 6018 of 6018 users"))
      #expect(result.output.contains("candidates are 905 items"))
    }
  }

  private static let cold =
    "\(ProcessInfo.processInfo.environment["REPRISE_DATA_DIR"] ?? "/none")/ml-1m-cold"
}
