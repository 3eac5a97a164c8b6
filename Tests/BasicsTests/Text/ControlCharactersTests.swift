import Testing

@testable import Basics

@Suite struct ControlCharactersTests {
  @Test(arguments: [
    ("plain, ünïcode 日本", "plain, ünïcode 日本"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
    ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{9B}", "\\u{9B}"), ("\r\n", "\\r\\n"),
    ("a\u{2028}b", "a\\u{2028}b"),
    ("\u{202E}abc\u{2066}", "\\u{202E}abc\\u{2066}"), ("\u{FEFF}", "\\u{FEFF}"),
    ("\u{200F}", "\u{200F}"),
  ])
  func whatMovesACursorIsEscaped(text: String, escaped: String) {
    #expect(text.controlsEscaped == escaped)
  }
}
