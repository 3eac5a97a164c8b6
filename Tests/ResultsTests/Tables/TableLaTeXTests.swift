import Testing

@testable import Results

@Suite struct TableLaTeXTests {
  @Test func hasTheLinesOfTheTerminalMarked() throws {
    let table = try ResultTable(
      title: "UR-GAN & others, 100%", metrics: ["precision@5", "hit-rate@20"],
      systems: ["ItemPop", "[a_b]", "IRGAN"],
      published: ["ItemPop": ["precision@5": 0.2272], "IRGAN": ["precision@5": 0.3753]],
      records: [
        record("ItemPop", seed: 1, ["precision@5": 0.2, "hit-rate@20": 0.5]),
        record("ItemPop", seed: 2, ["precision@5": 0.21, "hit-rate@20": 0.5]),
        record("[a_b]", seed: 1, ["precision@5": 0.3, "hit-rate@20": 0.25]),
      ], notes: ["S^ZR is 70 %"])
    #expect(
      table.latex(name: "table4") == #"""
        % \usepackage{booktabs}
        \begin{table}
          \centering
          \caption{UR-GAN \& others, 100\%}
          \label{tab:table4}
          \begin{tabular}{llrr}
            \toprule
            System &  & P@5 & HR@20 \\
            \midrule
            ItemPop & published & 0.2272 & -- \\
             & ours & \underline{0.2050} & \textbf{0.5000} \\
             & $\pm$ sd & 0.0071 & 0.0000 \\
             & difference & $-$0.0222 & -- \\
            \addlinespace
            {[}a\_b] & published & -- & -- \\
             & ours & \textbf{0.3000} & \underline{0.2500} \\
            \addlinespace
            IRGAN & published & 0.3753 & -- \\
             & ours & -- & -- \\
            \bottomrule
          \end{tabular}

          \medskip
          \begin{minipage}{\linewidth}
            \footnotesize
            Ours: mean over seeds, best in bold, second best underlined; difference: ours $-$ published.\par
            P@5: macro, hits / N\par
            HR@20: macro, hits / N\par
            Seeds: ItemPop 1, 2; {[}a\_b] 1\par
            S\textasciicircum{}ZR is 70 \%\par
          \end{minipage}
        \end{table}

        """#)
  }

  @Test(arguments: [
    (#"a\b"#, #"a\textbackslash{}b"#), ("{x}", #"\{x\}"#), ("$&#_%", "\\$\\&\\#\\_\\%"),
    ("~^", #"\textasciitilde{}\textasciicircum{}"#), ("min(|T|, N) < 1", "min($|$T$|$, N) $<$ 1"),
    ("\"both\"", "''both''"), ("[*]", "{[}{*}]"),
    ("−1 ± 2 → λ·α", #"$-$1 $\pm$ 2 $\to$ $\lambda$$\cdot$$\alpha$"#),
    ("Größe – ñ", "Größe -- ñ"), ("two\nlines\r\nthree", "two lines three"), ("", ""),
  ])
  func textPrintsAsItself(text: String, source: String) {
    #expect(LaTeX.escaped(text) == source)
  }

  /// What would end a cell, a row or a group is never left as it is.
  @Test func noTextBreaksTheTable() throws {
    let hostile = #"\\ & % } { $ \end{tabular} _ ^ ~ #"#
    let table = try ResultTable(
      title: hostile, metrics: ["precision@5"], systems: [hostile],
      records: [record(hostile, ["precision@5": 0.5])], notes: [hostile])
    let plain = try ResultTable(
      title: "x", metrics: ["precision@5"], systems: ["x"],
      records: [record("x", ["precision@5": 0.5])], notes: ["x"])
    /// The source without escaped characters, and with nothing but what has a meaning.
    func structure(_ table: ResultTable) -> [String] {
      table.latex(name: "t").replacing(#/\\[{}$&#_%]|\\text[a-z]+\{\}/#, with: "")
        .split(separator: "\n").map { $0.filter { #"{}$&%\^_~#"#.contains($0) } }
    }
    #expect(structure(table) == structure(plain))
  }
}
