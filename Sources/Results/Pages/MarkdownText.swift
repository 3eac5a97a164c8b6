/// A text of a file of its own as part of a page.
enum MarkdownText {
  /// The text with its headings so many levels lower, without newlines at its end.
  static func demoted(_ markdown: String, by levels: Int) -> String {
    var isCode = false
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      guard line.hasPrefix("#"), !isCode else { return String(line) }
      return String(repeating: "#", count: levels) + line
    }
    var text = lines.joined(separator: "\n")[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
