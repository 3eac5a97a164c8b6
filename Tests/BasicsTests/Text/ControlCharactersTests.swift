import Testing

@testable import Basics

@Suite struct ControlCharactersTests {
  @Test(arguments: [
    ("plain, ünïcode 日本", "plain, ünïcode 日本"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
    ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{9B}", "\\u{9B}"), ("\r\n", "\\r\\n"),
  ])
  func whatMovesACursorIsEscaped(text: String, escaped: String) {
    #expect(text.controlsEscaped == escaped)
  }
}
