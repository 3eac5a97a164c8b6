import Testing

@testable import Basics

@Suite struct PrintableTextTests {
  private struct Words: Settings {
    var name = ""
    var maybe: String?
    var note = ""
    var notes: [String] = []
    var names: [String] = []
    var separator = ","
    var numbers: [String: Int] = [:]

    static let fields: [Field<Words>] = [
      .text("name", \.name, "one line"),
      .text("maybe", \.maybe, "one line, or null"),
      .prose("note", \.note, "several lines"),
      .prose("notes", \.notes, "several lines each"),
      .texts("names", \.names, "one line each"),
      .characters("separator", \.separator, "bytes of a file"),
      .custom(
        "numbers", \.numbers, .map(.integer(0...9)), "numbers by name",
        decode: { json throws(Problem) in
          var numbers: [String: Int] = [:]
          for member in try json.asObject() { numbers[member.key] = try member.value.asInteger() }
          return numbers
        }, encode: { _ in .null }),
    ]
  }

  @Test(arguments: [
    (#"{"name": "a\u0007"}"#, "1:10: name: a control character (U+0007); expected printable text"),
    (
      #"{"name": "a\nb"}"#,
      "1:10: name: a control character (U+000A); expected printable text on one line"
    ),
    (#"{"maybe": "\u202e"}"#, "1:11: maybe: a control character (U+202E); expected printable text"),
    (#"{"name": "\ufeffa"}"#, "1:10: name: a control character (U+FEFF); expected printable text"),
    (#"{"name": "a\u2028"}"#, "1:10: name: a control character (U+2028); expected printable text"),
    (#"{"name": "a\u009b"}"#, "1:10: name: a control character (U+009B); expected printable text"),
    (#"{"name": "a\u007f"}"#, "1:10: name: a control character (U+007F); expected printable text"),
    (
      #"{"note": "a\u001b[2J"}"#,
      "1:10: note: a control character (U+001B); expected printable text"
    ),
    (
      #"{"notes": ["a", "\u2066"]}"#,
      "1:17: notes[1]: a control character (U+2066); expected printable text"
    ),
    (
      #"{"names": ["a\tb"]}"#,
      "1:12: names[0]: a control character (U+0009); expected printable text on one line"
    ),
    (
      #"{"numbers": {"a\u0000": 1}}"#,
      "a control character (U+0000); expected printable text"
    ),
  ])
  func whatNoOutputCanShowIsRefused(text: String, message: String) throws {
    let json = try JSON.parse(text, file: "s.json")
    let problem = #expect(throws: Problem.self) { try Words(decoding: json) }
    #expect(
      problem?.kind == .usage && problem?.message.hasSuffix(message) == true,
      "\(problem?.message ?? "")")
    #expect(problem?.others.isEmpty == true)
  }

  @Test func whatIsShownSomewhereIsTaken() throws {
    let words = try Words(
      decoding: JSON.parse(
        #"{"name": "日本 👩‍👧 é\u0301 \u200f", "note": "two\nlines\tand", "notes": ["a\r\nb"], "separator": "\u0001"}"#,
        file: "s.json"))
    #expect(words.separator == "\u{1}" && words.note == "two\nlines\tand")
  }

  @Test func everyMistakeIsTold() throws {
    let json = try JSON.parse(#"{"name": "\u0007", "maybe": "\u0007"}"#, file: "s.json")
    let problem = #expect(throws: Problem.self) { try Words(decoding: json) }
    #expect(problem?.others.count == 1)
  }
}
