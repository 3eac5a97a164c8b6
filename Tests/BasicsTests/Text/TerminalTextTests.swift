import Testing

@testable import Basics

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("", 0), ("BPR", 3), ("UR-GAN, α=0.5", 13), ("e\u{301}", 1), ("日本", 4), ("한국어", 6), ("👩‍👩‍👧", 2),
    ("ｆｕｌｌ", 8), ("…", 1), ("a\u{200B}b", 2),
  ])
  func columns(text: String, width: Int) { #expect(TerminalText.width(of: text) == width) }

  @Test func aLineEndsBeforeTheCharacterThatDoesNotFit() {
    #expect(TerminalText.line("日本語", width: 5) == "日本")
    #expect(TerminalText.line("abc", width: 3) == "abc")
  }

  @Test func whatMovesTheCursorIsEscaped() {
    #expect(TerminalText.line("a\u{1B}[2Jb\nc\td", width: 20) == "a\\u{1B}[2Jb\\nc\\td")
  }

  @Test(arguments: [
    ("two\nlines", "two\nlines"), ("a\u{1B}[2Jb\r\n", "a\\u{1B}[2Jb\\r\n"),
    ("a\u{202E}b", "a\\u{202E}b"),
  ])
  func linesAreShownAndNothingElseMoves(text: String, shown: String) {
    #expect(TerminalText.shown(text) == shown)
  }

  @Test func paddingCountsColumnsAndNotLetters() {
    #expect(TerminalText.padded("日本", to: 6) == "日本  ")
    #expect(TerminalText.padded("ab", to: 3, left: false) == " ab")
    #expect(TerminalText.padded("abc", to: 2) == "abc")
  }
}
