import Basics
import TestSupport
import Testing

/// What is ranked, and for whom, as a spec says.
@Suite struct CandidatesTests {
  /// Everybody ranks i1, i2, … i6.
  private static let lists =
    "user,item,rank\n"
    + ["a", "b", "c"].flatMap { user in (1...6).map { "\(user),i\($0),\($0)\n" } }.joined()

  private func values(_ candidates: String?) throws -> (values: [Double], text: String) {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.lists, to: "lists.csv")
      try folder.write("(a,i2)\ti3\ti6\n(b,i3)\ti1\ti5\n(c,i6)\ti2\ti5\n", to: "candidates.tsv")
      try scene.write(
        #"{"file": "../lists.csv"}"#, candidates.map { #""candidates": \#($0), "# } ?? "")
      return try scene.run()
    }
  }

  /// Hit rate at 1 and MRR of users whose first hits have these ranks.
  private static func means(_ ranks: [Double]) -> [Double] {
    let count = Double(ranks.count)
    return [Double(ranks.count { $0 == 1 }) / count, ranks.reduce(0) { $0 + 1 / $1 } / count]
  }

  @Test func byDefaultAllItemsThatWereNotLearnedFrom() throws {
    // Ranks: a 1, b 2, c 4.
    let (values, text) = try values(nil)
    #expect(values == Self.means([1, 2, 4]))
    #expect(
      text.contains("Every item is ranked, those without an interaction too; what was trained"))
  }

  @Test func orThoseThatAreHeldOutOfSomebody() throws {
    // i2, i3, i5 and i6. Ranks: a 1, b 2, c 3.
    let (values, text) = try values(#"{"items": "held-out"}"#)
    #expect(values == Self.means([1, 2, 3]))
    #expect(text.contains("Items that are held out of somebody are ranked, no others; "))
    #expect(text.contains("; of 6 items, 0 of them without an interaction"))
  }

  @Test func orWhatAFileNames() throws {
    // Ranks: a 1 of 3, b 1 (i1 is masked), c 2.
    let (masked, text) = try values(#"{"items": "file", "file": "../candidates.tsv"}"#)
    #expect(masked == Self.means([1, 1, 2]))
    #expect(text.contains("The items that candidates.tsv names for a user are ranked, no others; "))
    #expect(text.contains("\nTheirs: candidates that are masked: 1, of users: 1\n"))
    let (all, _) = try values(
      #"{"items": "file", "file": "../candidates.tsv", "masked": "nothing"}"#)
    #expect(all == Self.means([1, 2, 2]))
  }

  @Test func whatIsLearnedFromMayBeRanked() throws {
    let (values, text) = try values(#"{"masked": "nothing"}"#)
    #expect(values == Self.means([2, 3, 5]))
    #expect(text.contains("; nothing is masked, what was trained on is ranked too; "))
  }

  @Test func whoHasFewHeldOutItemsIsNotTested() throws {
    let (values, text) = try values(#"{"leastHeldOut": 2}"#)
    #expect(values == Self.means([4]))
    #expect(text.contains("Theirs: users tested, who have at least 2 held-out items: 1\n"))
  }

  @Test func candidatesAreMeasuredAnewAndNothingIsTrained() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.lists, to: "lists.csv")
      try scene.write(#"{"file": "../lists.csv"}"#)
      _ = try scene.run()
      try folder.write("(a,i2)\n(b,i3)\n(c,i5)\ti6\n", to: "candidates.tsv")
      try scene.write(
        #"{"file": "../lists.csv"}"#,
        #""candidates": {"items": "file", "file": "../candidates.tsv"}, "#)
      let why = try scene.reprise("why", "paper/lists.json").output
      #expect(why.contains("0 finished, 1 to measure again, 0 to train"), "\(why)")
      #expect(try scene.run().values == [1, 1])
      try folder.write("(a,i2)\ti3\n(b,i3)\ti2\n(c,i5)\ti6\n", to: "candidates.tsv")
      let changed = try scene.reprise("why", "paper/lists.json").output
      #expect(changed.contains("0 finished, 1 to measure again, 0 to train"), "\(changed)")
    }
  }

  @Test(arguments: [
    ("(a,i2)\n(b,i3)\n(c,i5)\n", "item \"i6\" of user \"c\" is held out, and is no candidate"),
    ("(a,i3)\ti2\n(b,i3)\n(c,i5)\ti6\n", "names item \"i3\" as the positive of user \"a\""),
    ("(a,i2)\n(b,i3)\n", "has no line for user \"c\", who is tested"),
    ("(a,i2)\ti9\n", ":1: the data set has no item \"i9\""),
  ])
  func refusesCandidatesThatDoNotFit(_ text: String, _ message: String) throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.lists, to: "lists.csv")
      try folder.write(text, to: "c.tsv")
      try scene.write(
        #"{"file": "../lists.csv"}"#, #""candidates": {"items": "file", "file": "../c.tsv"}, "#)
      let result = try scene.reprise("run", "paper/lists.json")
      #expect(result.status == 3 && result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test(arguments: [
    (#"{"items": "file"}"#, "\"items\": \"file\" needs \"file\""),
    (#"{"file": "c.tsv"}"#, "\"file\" is used beside \"items\": \"file\" only"),
    (#"{"leastHeldOut": 0}"#, "0 is out of range"),
  ])
  func refusesSettingsThatMeanNothing(_ candidates: String, _ message: String) throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try scene.write(#"{"file": "../lists.csv"}"#, #""candidates": \#(candidates), "#)
      let result = try scene.reprise("check", "paper/lists.json")
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func drawnItemsAndNamedOnesExcludeEachOther() throws {
    try withTemporaryFolder { folder in
      let scene = try ListsScene(folder)
      try folder.write(Self.lists, to: "lists.csv")
      try scene.write(
        #"{"file": "../lists.csv"}"#, #""candidates": {"items": "held-out"}, "#,
        metrics: #""hit-rate@1(among=2)""#)
      let result = try scene.reprise("check", "paper/lists.json")
      #expect(result.status == 2)
      #expect(result.errors.contains("ranks among drawn items, and \"candidates\" says what is"))
    }
  }
}
