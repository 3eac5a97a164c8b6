import Basics
import Testing

@Suite struct JSONParserTests {
  func message(_ text: String) -> String? {
    do {
      _ = try JSON.parse(text, file: "a.json")
      return nil
    } catch { return error.message }
  }

  @Test func everyKindOfValue() throws {
    let json = try JSON.parse(
      #" {"a": [1, -2.5e1, true, false, null], "b": {"c": "x\n\u0041\ud83d\ude00\/"}, "d": []} "#,
      file: "a.json")
    let expected: JSON = [
      "a": [1, -25.0, true, false, .null], "b": ["c": "x\nA😀/"], "d": [],
    ]
    #expect(json == expected)
  }

  @Test func positionsAreLinesColumnsAndPaths() throws {
    let json = try JSON.parse(
      "{\n  \"é\": [true,\n    {\"b c\": 7}]}", file: "dir/a.json")
    let seven = try json.member("é").asArray()[1].member("b c")
    #expect(seven.problem("odd").message == "dir/a.json:3:13: é[1].\"b c\": odd")
    // Columns count scalars, not bytes: é is two bytes long.
    #expect(try json.member("é").position?.description == "dir/a.json:2:8")
    #expect(try json.member("é").asArray()[1].asObject()[0].keyPosition?.column == 6)
  }

  @Test(arguments: [
    ("", "a.json:1:1: expected a value, found the end of the text"),
    ("{\"a\": 1, \"b\": 2,\n \"a\": 3}", "a.json:2:2: a: duplicate key, first given on line 1"),
    ("[1, 2,]", "a.json:1:7: trailing comma: expected another value before \"]\""),
    ("{\"a\": 1,\n}", "a.json:2:1: trailing comma: expected another key before \"}\""),
    (
      "{\n// no\n}",
      "a.json:2:1: expected a key in double quotes, found \"/\" (JSON has no comments)"
    ),
    ("[1 2]", "a.json:1:4: expected \",\" or \"]\", found \"2\""),
    ("{\"a\" 1}", "a.json:1:6: a: expected \":\" after the key, found \"1\""),
    ("{'a': 1}", "a.json:1:2: expected a key in double quotes, found \"'\""),
    ("{\"a\": [1,\n", "a.json:2:1: a[1]: expected a value, found the end of the text"),
    ("true false", "a.json:1:6: unexpected \"f\" after the value"),
    ("nul", "a.json:1:1: expected a value, found \"n\""),
    ("[NaN]", "a.json:1:2: [0]: expected a value, found \"N\""),
    ("01", "a.json:1:1: a number does not start with 0"),
    ("+1", "a.json:1:1: expected a value, found \"+\""),
    (".5", "a.json:1:1: expected a value, found \".\""),
    ("1.", "a.json:1:1: a number needs a digit after its point, found the end of the text"),
    ("1e+", "a.json:1:1: a number needs a digit in its exponent, found the end of the text"),
    ("-", "a.json:1:1: a number needs a digit, found the end of the text"),
    ("1e999", "a.json:1:1: the number 1e999 is too large"),
    (#""\x""#, "a.json:1:2: unknown escape \\x"),
    (#""\u12g4""#, "a.json:1:2: \\u needs four hexadecimal digits"),
    (#""\ud800""#, "a.json:1:2: lone surrogate"),
    (#""\udc00""#, "a.json:1:2: lone surrogate"),
    (#""\ud800\u0041""#, "a.json:1:2: lone surrogate"),
    ("\"ab", "a.json:1:1: this string is never closed"),
    ("\"ab\n\"", "a.json:1:1: this string is not closed on its line"),
    ("\"a\u{1}\"", "a.json:1:3: control character 1 in a string; write it as an escape"),
  ])
  func refusals(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test func bytesThatAreNotUTF8() {
    #expect(throws: Problem.usage("a.json:1:2: [0]: this string is not valid UTF-8")) {
      try JSON.parse([0x5B, 0x22, 0xFF, 0x22, 0x5D], file: "a.json")
    }
  }

  @Test func deepNestingIsRefusedNotFatal() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(message(deep)?.hasSuffix("nested more than 256 levels deep") == true)
  }

  @Test func byteOrderMarkAndCarriageReturnsPass() throws {
    let json = try JSON.parse("\u{FEFF}{\r\n\"a\": 1\r\n}", file: "a.json")
    #expect(json == ["a": 1])
    #expect(json.position?.column == 1)
  }

  @Test func aFileOfOursIsData() {
    let problem = #expect(throws: Problem.self) { try JSON.parse("{", file: "t", as: .data) }
    #expect(problem?.kind == .data)
  }

  @Test func integersBeyondIntAreNumbers() throws {
    #expect(try JSON.parse("9223372036854775807", file: "a").asInteger() == .max)
    #expect(try JSON.parse("9223372036854775808", file: "a").asNumber() == 0x1p63)
    #expect(throws: Problem.self) { try JSON.parse("9223372036854775808", file: "a").asInteger() }
  }

  /// What a program adds to a text is found where it was added.
  @Test func whatWasWrittenNowhereIsPlaced() throws {
    let text = try JSON.parse("{\n\"a\": 1}", file: "t")
    let made: JSON = ["b": [2], "c": text]
    let placed = made.placed(at: text["a"]?.position)
    #expect(placed == made)
    #expect(placed["b"]?.position?.line == 2 && placed.position?.line == 2)
    guard case .array(let elements)? = placed["b"]?.value else { throw Problem.usage("no array") }
    #expect(elements[0].position?.line == 2)
    #expect(placed["c"]?.position?.line == 1)
  }
}
