import Testing

@testable import Datasets

@Suite struct LineReaderTests {
  private func lines(_ text: String) -> [String] {
    var reader = LineReader(Array(text.utf8), file: "f")
    var lines: [String] = []
    while let line = reader.next() { lines.append(reader.text(line)) }
    return lines
  }

  private func fields(_ line: String, _ separator: LineReader.Separator) -> [String] {
    let reader = LineReader(Array(line.utf8), file: "f")
    var fields = [0..<0, 0..<0]
    reader.cut(0..<line.utf8.count, by: separator, into: &fields)
    return fields.map(reader.text)
  }

  @Test(
    arguments: [
      ("", []), ("\n\r\n", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\r\n\r\n", ["a", "b"]),
      ("a\n\nb\n\n", ["a", "", "b"]), ("\na", ["", "a"]),
    ] as [(String, [String])])
  func findsLines(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test func numbersLines() {
    var reader = LineReader(Array("a\nb\n".utf8), file: "some.tsv", firstLine: 5)
    _ = reader.next()
    #expect(reader.problem("odd").message == "some.tsv:5: odd")
    _ = reader.next()
    #expect(reader.problem("odd") == .data("some.tsv:6: odd"))
  }

  @Test func cutsFields() {
    #expect(fields("a\tb c\t", .byte(.tab)) == ["a", "b c", ""])
    #expect(fields("", .byte(.tab)) == [""])
    #expect(fields("1::2::3", .doubleColon) == ["1", "2", "3"])
    #expect(fields("a:b::c:", .doubleColon) == ["a:b", "c:"])
    #expect(fields("  a   b ", .spaces) == ["a", "b"])
    #expect(fields("a,,b", .byte(.comma)) == ["a", "", "b"])
  }

  @Test(
    arguments: [
      ("a\tb,c::d", .byte(.tab)), ("a::b,c", .doubleColon), ("a,b c", .byte(.comma)),
      ("a b:c", .spaces),
    ] as [(String, LineReader.Separator)])
  func guessesSeparators(line: String, expected: LineReader.Separator) {
    #expect(LineReader.Separator.guess(Array(line.utf8)[...]) == expected)
  }

  @Test(
    arguments: [
      ("0", 0), ("-17", -17), ("881250949", 881_250_949), ("", nil), ("-", nil), ("1.5", nil),
      ("12a", nil), ("123456789012345678", 123_456_789_012_345_678), ("1234567890123456789", nil),
    ] as [(String, Int?)])
  func readsIntegers(text: String, expected: Int?) {
    let reader = LineReader(Array(text.utf8), file: "f")
    #expect(reader.integer(0..<text.utf8.count) == expected)
  }

  @Test(
    arguments: [
      ("4.5", 4.5), ("-3", -3), ("1e3", 1000), ("nan", nil), ("inf", nil), ("four", nil), ("", nil),
    ] as [(String, Double?)])
  func readsNumbers(text: String, expected: Double?) {
    let reader = LineReader(Array(text.utf8), file: "f")
    #expect(reader.number(0..<text.utf8.count) == expected)
  }
}
