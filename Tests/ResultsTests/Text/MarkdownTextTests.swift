import Testing
import TestSupport

@testable import Results

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("a_b^c", "a_b^c"), ("_a_", "\\_a\\_"), ("*star*", "\\*star\\*"), ("`code`", "\\`code\\`"),
    ("<b>bold</b>", "\\<b>bold\\</b>"), ("t < 0.2 > s", "t < 0.2 > s"),
    ("[link](x)", "\\[link](x)"),
    ("layers [200, 128]", "layers [200, 128]"), ("a|b", "a|b"),
    ("R&D &amp; &#1;", "R&D \\&amp; \\&#1;"),
    ("~ 5", "~ 5"), ("~~gone~~", "\\~\\~gone\\~\\~"), ("a\\b", "a\\\\b"),
    ("two\r\nlines\nof", "two lines of"),
    ("Wide&Deep", "Wide&Deep"), ("$p@5$", "$p@5$"), ("![x](y)", "!\\[x](y)"),
    ("note[^1]", "note\\[^1]"),
  ])
  func textWithinALine(text: String, markdown: String) {
    #expect(MarkdownText.escaped(text) == markdown)
  }

  @Test func aBarWithAMarkAboveItEndsNoCell() {
    #expect(MarkdownText.cell("a|b|\u{301}") == "a\\|b\\|\u{301}")
  }

  @Test(arguments: [
    ("# no", "\\# no"), ("#1", "#1"), ("- no", "\\- no"), ("-1", "-1"), ("--- no", "\\--- no"),
    ("+ no", "\\+ no"), ("> no", "\\> no"), ("1. no", "1\\. no"), ("12) no", "12\\) no"),
    ("1.5 more", "1.5 more"), ("[x] done", "\\[x] done"), ("    code", "code"), ("plain", "plain"),
  ])
  func textThatBeginsAnItem(text: String, markdown: String) {
    #expect(MarkdownText.item(text) == markdown)
  }

  @Test(arguments: [("C #", "C \\#"), ("##", "\\##"), ("C#", "C#"), ("a # b", "a # b")])
  func aHeading(text: String, markdown: String) {
    #expect(MarkdownText.heading(text) == markdown)
  }

  @Test func aLink() {
    #expect(MarkdownText.link("a [b] c", to: "a b/(c).md") == "[a \\[b\\] c](a%20b/%28c%29.md)")
    #expect(MarkdownText.link("α", to: "#α") == "[α](#%CE%B1)")
    #expect(MarkdownText.link("x", to: "../E/ur-gan/t.json") == "[x](../E/ur-gan/t.json)")
    #expect(MarkdownText.attribute("a\"<&>") == "a&quot;&lt;&amp;&gt;")
  }

  /// GitHub's own renderer shows what was written, where it is installed.
  @Test(.enabled(if: OtherProgram.output("cmark-gfm", ["--version"]) != nil))
  func aRendererShowsTheText() throws {
    let texts = awkwardTexts.filter { !$0.hasPrefix(" ") }
    let scratch = try TemporaryFolder()
    let markdown =
      MarkdownTable.text(header: ["", "x"], rows: texts.map { [MarkdownText.cell($0), "1"] })
      + "\n\n"
      + texts.map { "- \(MarkdownText.item($0))\n" }.joined() + "\n"
      + texts.map { "# \(MarkdownText.heading($0))\n\n" }.joined()
      + texts.map { MarkdownText.link($0, to: "x y") + "\n\n" }.joined()
    try ResultFile.write(markdown, to: scratch.path + "/x.md")
    let html = try #require(
      OtherProgram.output(
        "cmark-gfm",
        [
          "-e", "table", "-e", "strikethrough", "-e", "tasklist", "-e", "footnotes",
          scratch.path + "/x.md",
        ]))
    for text in texts {
      let shown = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      #expect(
        html.contains("<td>\(shown)</td>\n<td align=\"right\">1</td>")
          || html.contains("<td align=\"left\">\(shown)</td>\n<td align=\"right\">1</td>"),
        "\(text)")
      #expect(html.contains("<li>\(shown)</li>"), "\(text)")
      #expect(html.contains("<h1>\(shown)</h1>"), "\(text)")
      #expect(html.contains("<p><a href=\"x%20y\">\(shown)</a></p>"), "\(text)")
    }
  }
}

/// Labels, titles and sentences that mean something to one program or another.
let awkwardTexts = [
  "PM 50% off", "ZR 70%", "a|b", "a_b^c", #"50 % & $5 #1 {x} ~y \z"#, "\"quoted\", comma", "`code`",
  "<b>bold</b>", "*star*", "**twice**", "_under_", "__init__", "[link](x)", "[ref][x]", "![pic](x)",
  "α→β", "naïve É", "日本", "👩‍👩‍👧 family", "=1+1", "# heading", "- item", "-- two", "1. first",
  "> quote", "an em — dash", "it's ''so''", "~~gone~~", "&amp; &#35;", "[x] task", "C #", "a\\",
  "|",
  "e\u{301}%\u{301}", "<!-- no -->", "x²≤√y", "ą«ŋ»", "soft\u{AD}hyphen", "$x$ \\(y\\)",
  "\\begin{x}",
]
