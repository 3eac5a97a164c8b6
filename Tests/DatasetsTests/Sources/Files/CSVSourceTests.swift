import Basics
import Datasets
import TestSupport
import Testing

@Suite struct CSVSourceTests {
  private static let columns = #"""
    {"who": "user", "what": "item", "clicked": "label", "price": "number", "tags": {"kind": "set", "separator": ";"}, "where": "category", "when": "time"}
    """#
  private static let text = """
    when,who,what,price,unused,tags,where,clicked
    100,10,a,1.5,x,red;blue,"home, sweet",1
    200,9,b,,x,,shop,0
    300,10,b,2.5,x,blue,,1
    400,9,a,-3,x,red,shop,0

    """

  private func load(
    _ text: String, columns: String = columns, more: String = ""
  ) async throws -> Dataset {
    try await withTemporaryFolder { folder in
      try folder.write(text, to: "clicks.csv")
      let json = """
        {"dataset": "csv", "csv": {"files": ["\(folder["clicks.csv"])"], "columns": \(columns)\(more)},
        "clicks": {"label": "clicked", "fields": ["user"]}}
        """
      return try await DataSettings(decoding: JSON.parse(json, file: "spec")).load(
        from: DataFolders(option: folder.path))
    }
  }

  private func message(_ text: String, columns: String = columns) async -> String {
    do {
      _ = try await load(text, columns: columns)
      return "nothing"
    } catch { return "\(error)".split(separator: "/").last.map(String.init) ?? "" }
  }

  @Test func columnsBecomeEventsAndFields() async throws {
    let data = try await load(Self.text)
    #expect(data.userIDs == ["9", "10"] && data.itemIDs == ["a", "b"])
    #expect(data.events.map(\.user) == [1, 0, 1, 0] && data.events.map(\.item) == [0, 1, 1, 0])
    #expect(data.events.map(\.time) == [100, 200, 300, 400])
    #expect(data.column(named: "clicked")?.values == .numbers([1, 0, 1, 0]))
    #expect(
      data.column(named: "where")?.values
        == .categories(vocabulary: ["home, sweet", "shop"], [0, 1, -1, 1]))
    guard case .sets(let words, let sets, let places)? = data.column(named: "tags")?.values,
      case .numbers(let prices)? = data.column(named: "price")?.values
    else {
      Issue.record("tags are sets, prices numbers")
      return
    }
    #expect(words == ["blue", "red"])
    #expect(
      places.map { sets[Int($0)].map { words[Int($0)] } } == [
        ["blue", "red"], [], ["blue"], ["red"],
      ])
    #expect(prices[0] == 1.5 && prices[1].isNaN && prices[3] == -3)
    #expect(data.dropped.isEmpty)
    let clicks = try ClickSettings(
      decoding: ["label": "clicked", "fields": ["user", "tags", "price", "where", "weekday"]])
    #expect(try Records(data, clicks).labels == [1, 0, 1, 0])
  }

  @Test(arguments: [
    ("price,", "prize,", "clicks.csv:1: has no column \"price\"; did you mean \"prize\"?"),
    ("1.5", "cheap", "clicks.csv:2: price: expected a number, found \"cheap\""),
    ("shop,0", "shop,2", "clicks.csv:3: clicked: expected the label 0 or 1, found \"2\""),
    ("shop,0", "shop,", "clicks.csv:3: clicked: the label is missing"),
    ("200,9,", "200,,", "clicks.csv:3: who: the user is missing"),
    (",unused", "", "clicks.csv:2: expected 7 cells, found 8"),
    ("\"home, sweet\"", "\"home", "clicks.csv:2: this quoted cell is never closed"),
  ])
  func refusesInOneLine(part: String, replacement: String, expected: String) async {
    #expect(await message(Self.text.replacing(part, with: replacement)) == expected)
  }

  @Test func damagedAndMissingRecordsAreDroppedAndCountedOnRequest() async throws {
    let damaged = Self.text.replacing("1.5", with: "cheap") + "1,2\n500,9,a,free,x,,shop,0\n"
    let kept = try await load(damaged, more: #", "damaged": "drop""#)
    #expect(kept.events.count == 3)
    #expect(
      kept.dropped == [
        DroppedRecords("damaged: expected 8 cells, found 2", 1),
        DroppedRecords("damaged: price: expected a number", 2),
      ])
    let whole = try await load(damaged, more: #", "damaged": "drop", "missing": "drop""#)
    #expect(whole.events.map(\.time) == [400])
    #expect(
      whole.dropped.note
        == "Left out: 5 records (1: damaged: expected 8 cells, found 2; 1: damaged: price: expected a"
        + " number; 1: price is missing; 1: tags is missing; 1: where is missing)")
    let broken = Self.text.replacing("shop,0", with: "5\" shop,0").replacing(
      "when,", with: "\u{FEFF}when,")
    let rest = try await load(broken, more: #", "damaged": "drop""#)
    #expect(rest.events.map(\.time) == [100, 300])
    #expect(
      rest.dropped == [DroppedRecords("damaged: a quote within a cell that is not quoted", 2)])
  }

  @Test(arguments: [
    (#"{"dataset": "csv"}"#, "needs \"csv\""),
    (
      #"{"dataset": "csv", "csv": {"files": ["a"], "columns": {"true-probability": "number"}}}"#,
      "simulations alone"
    ),
    (
      #"{"dataset": "csv", "csv": {"files": ["a"], "columns": {"a": {"kind": "user", "separator": ";"}}}}"#,
      "by a set only"
    ),
    (
      #"{"dataset": "ml-100k", "csv": {"files": ["a"], "columns": {"a": "user"}}}"#,
      "not by \"ml-100k\""
    ),
    (
      #"{"dataset": "csv", "csv": {"files": [], "columns": {"a": "user", "b": "item"}}}"#,
      "needs \"files\""
    ),
    (#"{"dataset": "csv", "csv": {"files": ["a"], "columns": {}}}"#, "no column is read"),
    (
      #"{"dataset": "csv", "csv": {"files": ["a"], "columns": {"a": "user", "b": "user"}}}"#,
      "\"a\" and \"b\" are both the user"
    ),
    (
      #"{"dataset": "csv", "csv": {"files": ["a"], "columns": {"a": "numbr"}}}"#,
      "did you mean \"number\"?"
    ),
    (
      #"{"dataset": "csv", "csv": {"files": ["a"], "columns": {"a": "user", "a": "item"}}}"#,
      "duplicate"
    ),
  ])
  func refusesImpossibleSettings(json: String, expected: String) throws {
    let problem = #expect(throws: Problem.self) {
      try DataSettings(decoding: JSON.parse(json, file: "spec"))
    }
    #expect(problem?.message.contains(expected) == true, "\(problem?.message ?? "")")
  }

  @Test func settingsDecodeAgainFromWhatTheyEncode() throws {
    let json =
      #"{"files": ["a.csv"], "columns": {"a": "user", "b": {"kind": "set", "separator": " "}}}"#
    let settings = try CSVSettings(decoding: JSON.parse(json, file: ""))
    #expect(try CSVSettings(decoding: settings.encoded()) == settings)
  }
}
