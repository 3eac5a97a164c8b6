import Basics
import Datasets
import TestSupport
import Testing

/// How the files of the data set "csv" may be written, and what is said of those that are not so.
@Suite struct CSVFormatTests {
  private static let columns = #""columns": {"u": "user", "i": "item"}"#

  private func load(
    _ text: String, _ csv: String, more: String = ""
  ) async throws -> Dataset {
    try await load(Array(text.utf8), csv, more: more)
  }

  private func load(_ bytes: [UInt8], _ csv: String, more: String = "") async throws -> Dataset {
    try await withTemporaryFolder { folder in
      try folder.write(bytes, to: "log.txt")
      let json =
        #"{"dataset": "csv", "csv": {"files": ["\#(folder["log.txt"])"], \#(csv)}\#(more)}"#
      return try await DataSettings(decoding: JSON.parse(json, file: "spec")).load(
        from: DataFolders(option: folder.path))
    }
  }

  private func message(_ text: String, _ csv: String) async -> String {
    do {
      _ = try await load(text, csv)
      return "nothing"
    } catch { return "\(error)".split(separator: "/").last.map(String.init) ?? "" }
  }

  @Test(
    arguments: [
      ("u,i\na,x\nb,\"y,z\"\n", columns),
      ("u;i\na;x\nb;y,z\n", #""separator": ";", \#(columns)"#),
      ("u\ti\na\tx\nb\ty,z\n", #""separator": "\t", "quote": null, \#(columns)"#),
      ("u::i\na::x\nb::y,z\n", #""separator": "::", \#(columns)"#),
      ("u|i\r\n'a'|x\r\nb|'y,z'", #""separator": "|", "quote": "'", \#(columns)"#),
      ("a;x\nb;y,z\n", #""separator": ";", "header": ["u", "i"], \#(columns)"#),
      (
        "a;x\nb;y,z\n", #""separator": ";", "header": false, "columns": {"1": "user", "2": "item"}"#
      ),
      (
        "{\"u\": \"a\", \"i\": \"x\"}\n\n{\"i\": \"y,z\", \"u\": \"b\", \"t\": \"two\\nlines\"}\n",
        #""form": "json-lines", \#(columns)"#
      ),
      (
        "{\"who\": {\"id\": \"a\"}, \"i\": \"x\"}\n{\"who\": {\"id\": \"b\"}, \"i\": \"y,z\"}",
        #""form": "json-lines", "columns": {"who.id": "user", "i": "item"}"#
      ),
    ] as [(String, String)])
  func everyFormSaysTheSame(text: String, csv: String) async throws {
    let data = try await load(text, csv)
    #expect(data.userIDs == ["a", "b"] && data.itemIDs == ["x", "y,z"])
    #expect(data.events == [Event(user: 0, item: 0), Event(user: 1, item: 1)])
  }

  @Test func latin1IsDeclared() async throws {
    let bytes: [UInt8] = Array("u,i\n".utf8) + [0xE9, 0x2C, 0x78, 0x0A, 0xE8, 0x2C, 0x78, 0x0A]
    let data = try await load(bytes, #""encoding": "latin-1", \#(Self.columns)"#)
    #expect(data.userIDs == ["è", "é"])
    await #expect(throws: Problem.self) { try await load(bytes, Self.columns) }
  }

  @Test func recordsAreFilteredAndUnknownCellsDeclared() async throws {
    let data = try await load(
      "u,i,what,r\na,x,buy,0\na,y,view,3\nb,x,fav,4\nb,y,cart,5\n",
      #""where": {"what": ["buy", "fav"]}, "columns": {"u": "user", "i": "item", "r": {"kind": "rating", "unknown": ["0"]}}"#
    )
    #expect(data.events.map(\.rating) == [nil, 4])
    #expect(data.dropped == [DroppedRecords("what is not \"buy\" or \"fav\"", 2)])
  }

  @Test func jsonLinesHoldListsAndNulls() async throws {
    let data = try await load(
      "{\"u\": 7, \"i\": \"x\", \"tags\": [\"b|c\", \"a\"]}\n{\"u\": 12, \"i\": \"x\", \"tags\": null}\n",
      #""form": "json-lines", "columns": {"u": "user", "i": "item", "tags": "set"}"#)
    #expect(data.userIDs == ["7", "12"])
    guard case .sets(let words, let sets, let places)? = data.column(named: "tags")?.values else {
      Issue.record("tags are sets")
      return
    }
    #expect(words == ["a", "b|c"] && places.map { sets[Int($0)].count } == [2, 0])
  }

  @Test(arguments: [
    (
      "u;i\na;x\n", columns,
      "log.txt:1: has no column \"u\"; its cells seem to be separated by \";\""
    ),
    ("u,u,i\na,b,x\n", columns, "log.txt:1: has 2 columns \"u\"; expected one of that name"),
    ("a,x\n", #""header": ["u", "i", "t"], \#(columns)"#, "log.txt:1: expected 3 cells, found 2"),
    ("u,i\na,x\"y\"\n", columns, "log.txt:2: a quote within a cell that is not quoted; expected"),
    ("u,i\n", columns, "log.txt: has no records"),
    (
      "u,i\na,x\n", #""where": {"i": "z"}, \#(columns)"#,
      "log.txt: has no records; left out: 1 record (1: i is not \"z\")"
    ),
    ("[1]\n", #""form": "json-lines", \#(columns)"#, "log.txt:1: expected a JSON object a line"),
    (
      "{}\n{\"u\": 1,}\n", #""form": "json-lines", \#(columns)"#,
      "log.txt:1: u: the user is missing"
    ),
    (
      "{\"u\": 18446744073709551615, \"i\": 1}\n", #""form": "json-lines", \#(columns)"#,
      "log.txt:1: u: this number is too large to be read exactly; expected it in quotes"
    ),
  ])
  func refusesInOneLine(text: String, csv: String, expected: String) async {
    let message = await message(text, csv)
    #expect(message.hasPrefix(expected), "\(message)")
  }

  @Test(arguments: [
    (#""separator": "", \#(columns)"#, "between two cells"),
    (#""quote": "ab", \#(columns)"#, "one character"),
    (#""header": ["u", "u"], \#(columns)"#, "named twice"),
    (#""header": 3, \#(columns)"#, "true, false or the names"),
    (#""form": "json-lines", "separator": ";", \#(columns)"#, "not used by JSON lines"),
    (#""columns": {"u": "user", "i": {"kind": "item", "unit": "seconds"}}"#, "by a time only"),
    (
      #""columns": {"u": "user", "i": "item", "t": {"kind": "time", "unit": "seconds", "format": "%d"}}"#,
      "not used beside"
    ),
    (#""items": {"files": ["m"], "columns": {"t": "title"}}, \#(columns)"#, "kind id, found 0"),
    (
      #""users": {"files": ["m"], "columns": {"u": "id", "t": "title"}}, \#(columns)"#,
      "items alone have a title"
    ),
  ])
  func refusesImpossibleDescriptions(csv: String, expected: String) async {
    let problem = await #expect(throws: Problem.self) { try await load("u,i\na,x\n", csv) }
    #expect(problem?.message.contains(expected) == true, "\(problem?.message ?? "")")
    #expect(problem?.kind == .usage)
  }

  @Test func attributesAreJoinedById() async throws {
    let data = try await withTemporaryFolder { folder in
      try folder.write("u,i\na,1\nb,2\nb,10\n", to: "log.csv")
      try folder.write(
        "movieId,title,genres\n2,\"Heat, the film\",Action|Crime\n1,Toys,\n77,Other,Drama\n",
        to: "movies.csv")
      let json = """
        {"dataset": "csv", "csv": {"files": ["\(folder["log.csv"])"], "columns": {"u": "user", "i": "item"},
          "items": {"files": ["\(folder["movies.csv"])"], "columns": {"movieId": "id", "title": "title",
            "genres": {"kind": "set", "separator": "|"}}}}}
        """
      return try await DataSettings(decoding: JSON.parse(json, file: "spec")).load(
        from: DataFolders(option: folder.path))
    }
    #expect(data.itemIDs == ["1", "2", "10"])
    #expect(data.itemTitles == ["Toys", "Heat, the film", "10"])
    #expect(data.itemFeatures.map(\.name) == ["genres"])
    #expect(data.itemFeatures[0].vocabulary == ["Action", "Crime"])
    #expect((0..<3).map { data.itemFeatures[0].values[$0].count } == [0, 2, 0])
  }
}
