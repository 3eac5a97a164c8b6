import Basics
import Foundation
import TestSupport
import Testing

/// What `reprise data describe --spec` says of a small file whose every figure can be counted by
/// hand.
@Suite struct DataDescribeTests {
  /// Of 8 lines one lacks its item. Of the 7 events u1, i1 is there twice, and one rating is below
  /// 3.
  private static let ratings = """
    user,item,rating,time,tags
    u1,i1,5,86400,a|b
    u1,i1,4,90000,
    u2,i1,3.5,100000,a
    u2,i2,1,110000,
    u3,i2,4,120000,b
    u3,,4,130000,
    u3,i3,4,140000,"odd\\ttag"
    u1,i3,,150000,

    """

  private static let spec = #"""
    {"title": "Small", "data": {"dataset": "csv",
       "csv": {"files": ["r.csv"], "columns": {"user": "user", "item": "item", "rating": "rating",
         "time": "time", "tags": "set"}, "damaged": "drop"},
       "feedback": {"ratingAtLeast": 3}, "split": {"method": "by-time", "test": 0.5}},
     "seeds": [1], "metrics": ["hit-rate@2"],
     "systems": [{"label": "Pop", "recommender": "item-pop"},
       {"label": "Also", "recommender": "random"},
       {"label": "All", "recommender": "item-pop", "data": {"feedback": "all-ratings"}}],
     "tables": [{"name": "table", "columns": ["hit-rate@2"]}]}
    """#

  private func describe(
    _ folder: TemporaryFolder, _ patch: JSON = [:], _ more: String...
  ) throws -> CommandResult {
    try folder.write(Self.ratings, to: "r.csv")
    let spec = try JSON.parse(Self.spec, file: "spec").merging(patch: patch)
    try folder.write(spec.canonicalText, to: "small.json")
    return try Command.reprise(
      ["data", "describe", "--spec", "small.json"] + more, in: folder.path)
  }

  @Test func eachDataSetOfASpecIsToldFromItsFirstRowsToItsParts() throws {
    try withTemporaryFolder { folder in
      let result = try describe(folder)
      #expect(result.status == 0, "\(result.errors)")
      let parts = result.output.components(separatedBy: "\n\n\n")
      #expect(parts.count == 2)
      for line in [
        "csv, feedback rating ≥ 3, by-time split, 50% test, equal times by user, item and time\n  used by Pop, Also\n",
        "Left out: 1 record (1: damaged: item: the item is missing)",
        "First 5 of 7 records\n", "\n  user  item  rating  time                  tags\n",
        "\n  u1    i1    5       1970-01-02T00:00:00Z  a|b\n",
        "\n  u1    i1    4       1970-01-02T01:00:00Z  –\n",
        "\n  u2    i1    3.5     ",
        "\n  tags  set, 3 values, 0.71 a record, 3 missing\n",
        """
        Interactions
          7 events
          2 left out by the feedback rule (rating ≥ 3)
          1 merged as repeats of a pair of user and item
          4 interactions of 3 users and 3 items
        """,
        "Parts, seed 1\n  Tested: 1 of 3 users (2 left out with nothing held out, ",
        "\n  Parts: 2 train, 0 validation, 2 test; of 7 events 1 merged as repeats of a pair, 2 left out",
      ] { #expect(parts[0].contains(line), "\(line) in \(parts[0])") }
      #expect(parts[1].hasPrefix("csv, feedback all ratings, by-time split"))
      #expect(parts[1].contains("used by All\n") && parts[1].contains("\n  0 left out by the"))
    }
  }

  @Test func dataThatCannotBeUsedAreDescribedAsFarAsTheyWereUnderstood() throws {
    try withTemporaryFolder { folder in
      let result = try describe(
        folder,
        [
          "data": ["feedback": ["ratingAtLeast": 6]],
          "systems": [
            ["label": "Pop", "recommender": "item-pop"]
          ],
        ])
      #expect(result.status == 3 && result.errors == "error: csv: no rating is at least 6\n")
      #expect(result.output.contains("First 5 of 7 records\n"))
      #expect(!result.output.contains("Interactions\n"))
    }
  }

  @Test func theDataSetsThatATableCountsHaveNoParts() throws {
    try withTemporaryFolder { folder in
      try folder.write("1 1 5\n1 2 1\n", to: "pairs.txt")
      try folder.write(
        #"""
        {"title": "Counted", "tables": [{"name": "sizes", "rows": "dataset",
          "datasets": {"ours": {"dataset": "files", "files": ["pairs.txt"]}},
          "quantities": [{"name": "users", "kind": "users", "published": {"ours": 3}}]}]}
        """#, to: "counted.json")
      let result = try Command.reprise(
        ["data", "describe", "--spec", "counted.json"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("\n  counted as ours\n"))
      #expect(result.output.contains("\n  2 interactions of 1 users and 2 items"))
      #expect(!result.output.contains("Parts"))
    }
  }

  @Test func recordsToPredictAreToldByTheirLabels() throws {
    try withTemporaryFolder { folder in
      try folder.write("price,clicked\n1,0\n2.5,1\n,0\n4,1\n", to: "c.csv")
      try folder.write(
        #"""
        {"title": "Clicks", "data": {"dataset": "csv", "csv": {"files": ["c.csv"],
           "columns": {"price": "number", "clicked": "label"}},
           "clicks": {"label": "clicked", "fields": ["price"]}, "split": {"test": 0.5}},
         "seeds": [1], "metrics": ["log-loss"], "systems": [{"label": "LR", "recommender": "lr"}]}
        """#, to: "clicks.json")
      let result = try Command.reprise(
        ["data", "describe", "--spec", "clicks.json", "--seed", "3"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("\n  price  clicked\n  1      0\n"))
      #expect(result.output.contains("\n  price    number, 1 to 4, mean 2.5, 1 missing\n"))
      #expect(result.output.contains("\nParts, seed 3\n  Records: 2 train, 0 validation, 2 test; "))
      #expect(!result.output.contains("Interactions\n"))
    }
  }

  @Test(arguments: [
    (["describe"], "expected a data set, or --spec with the file of one"),
    (["describe", "ml-100k", "--spec", "a.json"], "expected a data set, or --spec"),
    (["describe", "ml-100k", "--seed", "2"], "--seed is of a spec; expected --spec beside it"),
  ])
  func optionsThatMeanNothingAreRefused(arguments: [String], message: String) throws {
    let result = try Command.reprise(["data"] + arguments)
    #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
  }
}
