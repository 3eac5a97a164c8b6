import TestSupport
import Testing

@testable import Results

@Suite struct LaTeXTests {
  @Test(arguments: [
    (#"50 % & $5 #1 {x} ~y \z"#, ##"50 \% \& \$5 \#1 \{x\} \textasciitilde{}y \textbackslash{}z"##),
    ("a_b^c", #"a\_b\textasciicircum{}c"#), ("a|b", "a$|$b"), ("<b>", "$<$b$>$"),
    ("[link](x)", "{[}link](x)"), ("*star*", "{*}star{*}"),
    ("`code`", #"\textasciigrave{}code\textasciigrave{}"#), ("α→β", #"$\alpha$$\to$$\beta$"#),
    ("naïve É", "naïve É"), ("nai\u{308}ve", "naïve"), ("an em — dash", "an em --- dash"),
    ("--", "-{}-"), ("''", "'{}'"), ("a\u{A0}b\u{200B}c", "a~bc"), ("two\nlines", "two lines"),
    ("%\u{301}", #"\%\ifdefined\Umathchar "# + "\u{301}" + #"\else\texttt{U+0301}\fi{}"#),
    ("日本 x", #"\ifdefined\Umathchar 日本\else\texttt{U+65E5 U+672C}\fi{} x"#),
    (
      "👩‍👧",
      #"\ifdefined\Umathchar 👩‍👧\else\texttt{U+1F469 U+1F467}\fi{}"#
    ),
    ("ą", #"\ifdefined\Umathchar ą\else{\fontencoding{T1}\selectfont ą}\fi{}"#),
  ])
  func textIsEscaped(text: String, source: String) {
    #expect(LaTeX.escaped(text) == source)
  }

  /// Runs where pdflatex is installed (Debian: texlive-latex-base); the table above runs
  /// everywhere.
  @Test(.enabled(if: OtherProgram.output("pdflatex", ["--version"]) != nil))
  func aCompilerTakesEveryText() throws {
    let scratch = try TemporaryFolder()
    let rows = awkwardTexts.map { "\(LaTeX.escaped($0)) & 1 \\\\" }.joined(separator: "\n")
    let captions = awkwardTexts.map {
      "\\begin{table}\\caption{\(LaTeX.escaped($0))}\\end{table}\n"
    }
    try ResultFile.write(
      """
      \\documentclass{article}
      \\begin{document}
      \\listoftables
      \\begin{tabular}{lr}
      \(rows)
      \\end{tabular}
      \(captions.joined(separator: "\\clearpage\n"))
      \\end{document}

      """, to: scratch.path + "/x.tex")
    let arguments = [
      "-interaction=nonstopmode", "-halt-on-error", "-output-directory", scratch.path,
      scratch.path + "/x.tex",
    ]
    // Twice: captions are written to the list of tables, and read again.
    for _ in 1...2 {
      #expect(OtherProgram.output("pdflatex", arguments) != nil)
    }
  }
}
