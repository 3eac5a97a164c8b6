import Testing

@testable import Basics

@Suite struct CSVTests {
  static let header = ["a", "b"]

  private func parse(_ text: String) throws -> [[String]] {
    try CSV.parse(Array(text.utf8), header: Self.header, file: "x.csv").map(\.fields)
  }

  @Test func whateverIsWrittenIsReadAgain() throws {
    let rows = [
      ["plain", ""], ["a,b", "say \"so\""], ["two\nlines", "\r\n"], ["", ""], ["ж é", " 1 "],
      ["a \"\u{301} quote with a mark", "\"\u{20DD},"],
    ]
    let text = CSV.text(header: Self.header, rows: rows)
    #expect(try parse(text) == rows)
  }

  @Test func takesEitherLineEndAMissingLastOneAndEmptyLines() throws {
    #expect(try parse("a,b\r\n1,2\r\n\r\n3,\"4\"") == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: [
    ("", "x.csv:1: expected the header a,b"), ("a,c\n1,2\n", "x.csv:1: expected the header"),
    ("a,b\n1,2\n1,2,3\n", "x.csv:3: expected 2 cells, found 3"),
    ("a,b\n1\n", "x.csv:2: expected 2 cells, found 1"),
    ("a,b\n1,\"2\n\n", "x.csv:2: this quoted cell is never closed"),
    ("a,b\n1,2\"3\"\n", "x.csv:2: a quote within a cell"),
    ("a,b\n\"x\ny\",1\n\"1\"2,3\n", "x.csv:4: unexpected \"2\" after a quoted cell"),
  ])
  func namesFileAndLineOfWhatItRefuses(text: String, message: String) {
    let problem = #expect(throws: Problem.self) { try parse(text) }
    #expect(problem?.kind == .data && problem?.message.contains(message) == true)
    #expect(problem?.message.contains("\n") == false)
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: Problem.data("x.csv: this is not UTF-8 text")) {
      try CSV.parse([0x61, 0xFF, 0x0A], header: Self.header, file: "x.csv")
    }
  }
}
