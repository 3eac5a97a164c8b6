extension ResultTable {
  /// The table for a paper, by the package `booktabs`: the lines of the plain text, the best and
  /// the second best of each column marked, the footnotes below.
  ///
  /// - Parameter name: Made into the label, `tab:<name>`.
  package func latex(name: String) -> String {
    let columnKinds = "ll" + String(repeating: "r", count: columns.count)
    var lines = [
      #"% \usepackage{booktabs}"#, #"\begin{table}"#, #"  \centering"#,
      #"  \caption{\#(LaTeX.escaped(title))}"#, #"  \label{tab:\#(name)}"#,
      #"  \begin{tabular}{\#(columnKinds)}"#, #"    \toprule"#,
      Self.latexLine([rowHeading, ""] + columns.map(\.heading)),
      #"    \midrule"#,
    ]
    for (place, row) in rows.enumerated() {
      if place > 0 { lines.append(place == firstOwnRow ? #"    \midrule"# : #"    \addlinespace"#) }
      lines += self.lines(of: row).map { line in
        let cells = zip(line.values, row.cells).map { value, cell in
          line.kind == .ours ? Self.marked(LaTeX.escaped(value), cell.mark) : LaTeX.escaped(value)
        }
        return "    "
          + ([LaTeX.escaped(line.system), LaTeX.escaped(line.kind.rawValue)] + cells)
          .joined(separator: " & ") + #" \\"#
      }
    }
    lines += [
      #"    \bottomrule"#, #"  \end{tabular}"#, "", #"  \medskip"#,
      #"  \begin{minipage}{\linewidth}"#, #"    \footnotesize"#,
    ]
    let legend =
      (kind == .dataset
        ? "Ours: as counted" : "Ours: mean over seeds, best in bold, second best underlined")
      + (hasPublished ? "; difference: ours − published." : ".")
    lines += ([legend] + footnotes).map { #"    \#(LaTeX.escaped($0))\par"# }
    lines += [#"  \end{minipage}"#, #"\end{table}"#]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func latexLine(_ cells: [String]) -> String {
    "    " + cells.map(LaTeX.escaped).joined(separator: " & ") + #" \\"#
  }

  private static func marked(_ text: String, _ mark: Mark?) -> String {
    switch mark {
    case .best: #"\textbf{\#(text)}"#
    case .second: #"\underline{\#(text)}"#
    case nil: text
    }
  }
}
