import Basics
import TestSupport
import Testing

/// `reprise data` as a user runs it, on data sets made for the test; nothing is fetched.
@Suite struct DataCommandTests {
  /// Users and items as MovieLens-100K must have them, so that only the ratings can be at fault.
  private func fill(_ folder: TemporaryFolder, ratings: String) throws {
    let users = (1...943).map { "\($0)|30|F|writer|55455\n" }
    let items = (1...1682).map { "\($0)\tFilm \($0)\t1995\tDrama\n" }
    try folder.write(ratings, to: "ml-100k/u.data")
    try folder.write(users.joined(), to: "ml-100k/u.user")
    try folder.write(items.joined(), to: "ml-100k/items.tsv")
  }

  private func describe(_ folder: TemporaryFolder) throws -> CommandResult {
    try Command.reprise(
      ["data", "describe", "ml-100k"], environment: ["REPRISE_DATA_DIR": folder.path])
  }

  @Test(arguments: [
    ("1\t2\t3\t100\n2\t1\tfive\t1\n", "2: the rating \"five\" is not a whole number"),
    ("1\t2\t3\t100\n2\t1\n", "2: has 2 fields; expected 4: user item rating time"),
    ("1\t2\t3\t100\n1\t2\t4\t9\n", "2: repeats user 1, item 2 of line 1"),
    ("1\t2\t3\t100\n", "2: the file ends after 1 lines; expected 100000"),
    ("944\t2\t3\t100\n", "1: the user 944 is not in 1…943"),
    ("", "1: the file ends after 0 lines; expected 100000"),
  ])
  func namesTheBadLine(ratings: String, message: String) throws {
    try withTemporaryFolder { folder in
      try fill(folder, ratings: ratings)
      let result = try describe(folder)
      #expect(result.errors == "error: \(folder.path)/ml-100k/u.data:\(message)\n")
      #expect(result.output == "")
      #expect(result.status == Problem.data("").exitCode)
    }
  }

  @Test func saysWhichFileIsMissing() throws {
    try withTemporaryFolder { folder in
      try folder.write("1\t2\t3\t100\n", to: "ml-100k/u.data")
      let result = try describe(folder)
      #expect(result.errors == "error: \(folder.path)/ml-100k: has no u.user and no ml-100k.user\n")
      #expect(result.status == 3)
    }
  }

  /// Well-formed, but not what was published.
  @Test func refusesAlteredData() throws {
    try withTemporaryFolder { folder in
      var ratings = ""
      for place in 0..<100_000 {
        ratings += "\(place % 943 + 1)\t\(place / 943 + 1)\t4\t880000000\n"
      }
      try fill(folder, ratings: ratings)
      let result = try describe(folder)
      #expect(
        result.errors.hasPrefix(
          "error: \(folder.path)/ml-100k/u.data: differs from the published file"))
      #expect(result.status == 3)
    }
  }

  @Test func suggestsTheNearestDataSet() throws {
    let result = try Command.reprise(["data", "describe", "ml100k"])
    #expect(result.errors == "error: unknown data set \"ml100k\"; did you mean \"ml-100k\"?\n")
    #expect(result.status == 2)
  }

  @Test func refusesASplitOfAnUnknownMethod() throws {
    let result = try Command.reprise(
      ["data", "split", "ml-100k", "--method", "by-tim", "--output", "nowhere"])
    #expect(result.errors.contains("unknown value \"by-tim\"; did you mean \"by-time\"?"))
    #expect(result.status == 2)
  }
}
