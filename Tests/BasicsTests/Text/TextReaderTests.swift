import Basics
import Testing

@Suite struct TextReaderTests {
  private func rows(_ text: String, _ dialect: Dialect = .csv) throws -> [[String]] {
    try rows(Array(text.utf8), dialect)
  }

  private func rows(_ bytes: [UInt8], _ dialect: Dialect) throws -> [[String]] {
    var reader = TextReader(bytes, file: "f", dialect)
    var rows: [[String]] = []
    while try reader.next() { rows.append(try reader.cells.map { try reader.text($0) }) }
    return rows
  }

  @Test(
    arguments: [
      ("", []), ("\n\r\n", []), ("a", [["a"]]), ("a\n", [["a"]]),
      ("a\r\nb\r\n\r\n", [["a"], ["b"]]), ("a\n\nb\n\n", [["a"], ["b"]]), ("\na", [["a"]]),
      ("a\rb\r", [["a"], ["b"]]), ("a\rb\n", [["a\rb"]]), ("\u{FEFF}a,b", [["a", "b"]]),
      (",\n", [["", ""]]), ("a,\"\"\n", [["a", ""]]),
      ("\"a,b\",\"say \"\"so\"\"\"\n", [["a,b", "say \"so\""]]),
      ("\"two\nlines\",\"x\"\r\nc,d", [["two\nlines", "x"], ["c", "d"]]),
      ("\"\"\"\",\"\"\"a\"\"\"", [["\"", "\"a\""]]),
    ] as [(String, [[String]])])
  func dividesIntoCells(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func knowsOtherMarks() throws {
    #expect(try rows("a\tb c\t\n", Dialect("\t")) == [["a", "b c", ""]])
    #expect(try rows("1::2::3", Dialect("::")) == [["1", "2", "3"]])
    #expect(try rows("a:b::c:", Dialect("::")) == [["a:b", "c:"]])
    #expect(try rows("  a   b \n c", Dialect(.spaces)) == [["a", "b"], ["c"]])
    #expect(try rows("'a;b';c", Dialect(";", quote: UInt8(ascii: "'"))) == [["a;b", "c"]])
    #expect(try rows("\"weird al\" y\tb", Dialect("\t")) == [["\"weird al\" y", "b"]])
  }

  @Test(arguments: [
    ("a\n1,\"2\n\n", "f:2: this quoted cell is never closed"),
    ("a\n\n1,2\"3\"\n", "f:3: a quote within a cell that is not quoted"),
    ("\"x\ny\",1\n\"1\"2,3\n", "f:3: unexpected \"2\" after a quoted cell"),
  ])
  func namesFileAndLine(text: String, expected: String) {
    let problem = #expect(throws: Problem.self) { try rows(text) }
    #expect(problem?.kind == .data && problem?.message.hasPrefix(expected) == true)
  }

  @Test func goesOnAfterABrokenLine() throws {
    var reader = TextReader(Array("a,b\n1,2\"\n\"x\ny\",2\n3,4\n".utf8), file: "f", .csv)
    #expect(try reader.next())
    #expect(throws: Problem.self) { try reader.next() }
    reader.skipBrokenLine()
    #expect(try reader.next() && reader.number == 3)
    // A row that was read is not gone back to.
    reader.skipBrokenLine()
    #expect(try reader.next() && reader.number == 5)
    #expect(throws: Problem.data("f:5: odd")) { throw reader.problem("odd") }
    #expect(try !reader.next())
  }

  @Test func textMustBeUTF8() throws {
    var reader = TextReader([0x61, 0xE9, 0x0A], file: "f", .csv)
    #expect(try reader.next())
    #expect(reader.latin1(reader.cells[0]) == "aé")
    #expect(throws: Problem.self) { try reader.text(reader.cells[0]) }
  }

  @Test(
    arguments: [
      ("a\tb,c::d", Dialect("\t")), ("a::b,c", Dialect("::")), ("a,b c", Dialect(",")),
      ("a b:c", Dialect(.spaces)),
    ] as [(String, Dialect)])
  func guessesSeparators(line: String, expected: Dialect) {
    #expect(Dialect.guess(Array(line.utf8)[...]) == expected)
  }

  @Test(
    arguments: [
      ("0", 0), ("-17", -17), ("881250949", 881_250_949), ("", nil), ("-", nil), ("1.5", nil),
      ("12a", nil), ("123456789012345678", 123_456_789_012_345_678), ("1234567890123456789", nil),
    ] as [(String, Int?)])
  func readsIntegers(text: String, expected: Int?) {
    #expect(CellNumber.integer(Array(text.utf8)[...]) == expected)
  }

  @Test(
    arguments: [
      ("4.5", 4.5), ("-3", -3), ("1e3", 1000), ("4.1", 4.1), ("0.1", 0.1), ("-.5", -0.5),
      ("123456789012345678", 123_456_789_012_345_680), ("0.30000000000000004", 0.1 + 0.2),
      ("nan", nil), ("inf", nil), ("0x10", nil), ("four", nil), ("", nil), (".", nil), ("1 ", nil),
    ] as [(String, Double?)])
  func readsNumbers(text: String, expected: Double?) {
    #expect(CellNumber.number(Array(text.utf8)[...]) == expected)
  }

  /// The short way of reading decimals is as exact as the long one.
  @Test func everyShortDecimalIsTheNearestNumber() {
    for hundredths in 0..<20_000 {
      let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      #expect(CellNumber.number(Array(text.utf8)[...]) == Double(text))
    }
  }
}
