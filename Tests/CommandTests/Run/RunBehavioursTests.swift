import Basics
import TestSupport
import Testing

/// A log of behaviours through the command: what is liked, what is found again, what is within
/// reach.
@Suite struct RunBehavioursTests {
  /// Three users look at items and buy some of them again; the last line is cut. Of the events in
  /// time the last four are tested: (1, 10) bought again, (2, 30) looked at, (3, 20) bought and
  /// (3, 40), which nobody has met before, bought.
  private static let log = """
    1,10,1,pv,100
    1,10,1,buy,110
    2,20,2,pv,120
    2,30,2,cart,130
    3,20,2,pv,140
    3,10,1,fav,150
    1,10,1,buy,200
    2,30,2,pv,210
    3,20,2,buy,220
    3,40,3,buy,230
    3,40,3
    """

  private static let spec = #"""
    {"title": "Small", "data": {"dataset": "taobao",
       "taobao": {"file": "../log.csv", "rows": 20}, "duplicates": "revisit",
       "liked": {"values": ["buy", "repurchase"]}, "split": {"method": "by-time", "test": 0.4}},
     "seeds": [1], "metrics": ["recall@2"], "candidates": {"masked": "nothing"}, "ties": "id",
     "systems": [{"label": "Pop", "recommender": "item-pop"}],
     "tables": [{"name": "table", "columns": ["recall@2"]}]}
    """#

  private func reprise(
    _ folder: TemporaryFolder, _ arguments: [String], _ patch: String = "{}"
  ) throws -> CommandResult {
    try folder.write(Self.log, to: "log.csv")
    let spec = try JSON.parse(Self.spec, file: "spec").merging(
      patch: JSON.parse(patch, file: "patch"))
    try folder.write(spec.prettyText, to: "paper/small.json")
    return try Command.reprise(arguments, in: folder.path)
  }

  /// Popular are 10 and 20, two users each. User 1 finds 10 again; user 3 finds 20 and not 40.
  @Test func boughtThingsAreFoundAgain() throws {
    try withTemporaryFolder { folder in
      let result = try reprise(folder, ["run", "paper/small.json"])
      #expect(result.status == 0, "\(result.errors)")
      let record = try folder.text(of: "Results/paper/small/table.csv")
      #expect(record.contains("0.75"), "\(record)")
      for line in [
        "repeats: revisit, relevant: behaviour buy or repurchase",
        "Tested: 2 of 3 users", "Parts: 5 train, 0 validation, 3 test",
        "Within reach: 66.67% of the interactions tested are of items that are learned from: whoever",
        "Left out: 1 record (1: damaged: expected 5 cells, found 3)",
      ] { #expect(result.output.contains(line), "\(line) in \(result.output)") }
    }
  }

  @Test func describeAndSplitSayWhatIsWithinReach() throws {
    try withTemporaryFolder { folder in
      let described = try reprise(folder, ["data", "describe", "--spec", "paper/small.json"])
      let reach = "66.67% of the interactions tested are of items that are learned from"
      #expect(described.status == 0 && described.output.contains("Within reach: \(reach)"))
      #expect(described.output.contains("\n  behaviour  category, 5 values\n"))
      let split = try reprise(
        folder, ["data", "split", "--spec", "paper/small.json", "--output", "parts"])
      #expect(
        split.output.hasPrefix(
          "5 to learn from, 0 to choose by, 3 to test on in parts\n\(reach)"))
      #expect(
        try folder.text(of: "parts/test.tsv")
          == "1\t10\t\t200\n3\t20\t\t220\n3\t40\t\t230\n")
      // Everything of the training part is there to learn from, repeats too.
      #expect(try folder.text(of: "parts/train.tsv").split(separator: "\n").count == 6)
    }
  }

  /// Of everything that is held out, where the spec does not say what is liked.
  @Test func whatIsLikedIsASetting() throws {
    try withTemporaryFolder { folder in
      for (patch, count) in [
        (#"{"data": {"liked": null}}"#, 4),
        (#"{"data": {"liked": {"except": ["pv"], "values": null}}}"#, 3),
        (#"{"data": {"liked": {"values": ["repurchase"]}}}"#, 1),
        (#"{"data": {"duplicates": "keep"}}"#, 1),
      ] {
        let result = try reprise(
          folder, ["data", "split", "--spec", "paper/small.json", "--output", "parts"], patch)
        #expect(result.output.contains(", \(count) to test on"), "\(result)")
      }
    }
  }

  @Test(arguments: [
    (
      #"{"data": {"taobao": {"behaviours": ["pv", "comment"]}}}"#,
      "data.taobao.behaviours[1]: \"comment\" is not in Taobao's log, which has no comments; the nearest"
    ),
    (
      #"{"data": {"liked": {"values": ["byu"]}}}"#,
      "data.liked.values[0]: taobao has no behaviour \"byu\"; did you mean \"buy\"?"
    ),
    (#"{"data": {"duplicates": null}}"#, "\"liked\" looks at every event; expected"),
    (
      #"{"candidates": {"masked": "training"}}"#,
      "candidates.masked: \"duplicates\": \"revisit\" finds again what was learned from, which is masked"
    ),
    (#"{"candidates": null}"#, "\"duplicates\": \"revisit\" finds again what was learned from"),
    (#"{"data": {"dataset": "ml-100k"}}"#, "\"taobao\" is used by the data set \"taobao\" only"),
  ])
  func oneLineSaysWhatIsWrong(patch: String, message: String) throws {
    try withTemporaryFolder { folder in
      let result = try reprise(folder, ["check", "paper/small.json"], patch)
      #expect(result.status == Problem.usage("").exitCode)
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
  }

  @Test func aFileThatIsNotThereIsNamed() throws {
    try withTemporaryFolder { folder in
      let result = try reprise(
        folder, ["run", "paper/small.json"], #"{"data": {"taobao": {"file": "../other.csv"}}}"#)
      #expect(result.status == Problem.data("").exitCode)
      #expect(result.errors.contains("other.csv: cannot be read: no such file"))
    }
  }

  /// The simulated log of behaviours divides by time and tells what is liked.
  @Test func aSimulatedLogIsRanked() throws {
    try withTemporaryFolder { folder in
      let patch = #"""
        {"data": {"dataset": "behaviour-log", "taobao": null,
          "simulation": {"form": "behaviours", "users": 50, "items": 100, "records": 2000,
            "categories": 10, "subcategories": 10},
          "liked": {"values": ["repurchase"]}}}
        """#
      let result = try reprise(folder, ["run", "paper/small.json"], patch)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("behaviour-log (simulated), feedback all ratings, repeats:"))
      let wrong = try reprise(
        folder, ["check", "paper/small.json"],
        patch.replacing(#"["repurchase"]"#, with: #"["buy"]"#))
      #expect(wrong.errors.contains("behaviour-log has no behaviour \"buy\"; expected one of view"))
    }
  }
}
