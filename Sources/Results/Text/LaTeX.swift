/// Text as LaTeX source that prints it.
enum LaTeX {
  /// The text with everything replaced that means something to LaTeX, or that pdfLaTeX's standard
  /// fonts lack and a table is likely to hold: dashes, arrows, relations, Greek letters.
  ///
  /// Other characters stay as they are; all engines read UTF-8.
  static func escaped(_ text: String) -> String {
    text.map { character in
      if let replacement = replacements[character] { return replacement }
      return character.isNewline ? " " : String(character)
    }.joined()
  }

  // Brackets and stars at the start of a row would be arguments of the \\ before it.
  private static let replacements: [Character: String] = [
    "\\": #"\textbackslash{}"#, "{": #"\{"#, "}": #"\}"#, "$": #"\$"#, "&": #"\&"#, "#": "\\#",
    "_": #"\_"#, "%": #"\%"#, "~": #"\textasciitilde{}"#, "^": #"\textasciicircum{}"#,
    "[": "{[}", "*": "{*}", "<": "$<$", ">": "$>$", "|": "$|$", "\"": "''",
    "–": "--", "—": "---", "…": #"\ldots{}"#, "−": "$-$", "±": #"$\pm$"#, "×": #"$\times$"#,
    "·": #"$\cdot$"#, "→": #"$\to$"#, "≤": #"$\leq$"#, "≥": #"$\geq$"#, "≠": #"$\neq$"#,
    "∞": #"$\infty$"#, "√": #"$\surd$"#, "∑": #"$\sum$"#, "Σ": #"$\Sigma$"#,
    "α": #"$\alpha$"#, "β": #"$\beta$"#, "γ": #"$\gamma$"#, "δ": #"$\delta$"#,
    "ε": #"$\varepsilon$"#, "η": #"$\eta$"#, "θ": #"$\theta$"#, "λ": #"$\lambda$"#,
    "μ": #"$\mu$"#, "ρ": #"$\rho$"#, "σ": #"$\sigma$"#, "τ": #"$\tau$"#, "ω": #"$\omega$"#,
  ]
}
