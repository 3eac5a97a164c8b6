import Testing

@testable import Results

@Suite struct ShellTextTests {
  @Test(arguments: [
    ("Experiments/ur-gan/table4.json", "Experiments/ur-gan/table4.json"), ("a b", "'a b'"),
    ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("", "''"), ("a\nb", "'a?b'"),
  ])
  func aWordStaysOne(text: String, word: String) { #expect(ShellText.word(text) == word) }
}
