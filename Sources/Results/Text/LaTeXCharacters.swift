import Basics

/// How LaTeX is told of single characters. Found by compiling each with pdfLaTeX of TeX Live 2022
/// and no packages.
enum LaTeXCharacters {
  /// The source of a character; nil where pdfLaTeX has none.
  static func source(of scalar: Unicode.Scalar) -> String? {
    if let replacement = replacements[scalar] { return replacement }
    if onlyInT1.contains(scalar) {
      // The standard encoding has only the letters of 1990.
      return #"\ifdefined\Umathchar \#(scalar)\else{\fontencoding{T1}\selectfont \#(scalar)}\fi{}"#
    }
    if scalar.properties.isWhitespace { return " " }
    if (0x20..<0x7F).contains(scalar.value) { return String(scalar) }
    return known.contains { $0.contains(scalar.value) } ? String(scalar) : nil
  }

  /// Whether it is a mark for programs alone, or a control character.
  static func takesNoRoom(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.properties.isVariationSelector
      || scalar.isUnprintable && !scalar.properties.isWhitespace
  }

  // Brackets and stars at the start of a row would be arguments of the \\ before it.
  private static let replacements: [Unicode.Scalar: String] = [
    "\\": #"\textbackslash{}"#, "{": #"\{"#, "}": #"\}"#, "$": #"\$"#, "&": #"\&"#, "#": "\\#",
    "_": #"\_"#, "%": #"\%"#, "~": #"\textasciitilde{}"#, "^": #"\textasciicircum{}"#,
    "[": "{[}", "*": "{*}", "<": "$<$", ">": "$>$", "|": "$|$", "\"": "''",
    "`": #"\textasciigrave{}"#, "\u{A0}": "~", "‑": "-",
    "–": "--", "—": "---", "…": #"\ldots{}"#, "−": "$-$", "±": #"$\pm$"#, "×": #"$\times$"#,
    "·": #"$\cdot$"#, "→": #"$\to$"#, "←": #"$\leftarrow$"#, "↔": #"$\leftrightarrow$"#,
    "↑": #"$\uparrow$"#, "↓": #"$\downarrow$"#, "⇒": #"$\Rightarrow$"#, "⇔": #"$\Leftrightarrow$"#,
    "≤": #"$\leq$"#, "≥": #"$\geq$"#, "≠": #"$\neq$"#, "≈": #"$\approx$"#, "≡": #"$\equiv$"#,
    "∝": #"$\propto$"#, "∈": #"$\in$"#, "∉": #"$\notin$"#, "⊂": #"$\subset$"#,
    "⊆": #"$\subseteq$"#, "∩": #"$\cap$"#, "∪": #"$\cup$"#, "∅": #"$\emptyset$"#,
    "∂": #"$\partial$"#, "∇": #"$\nabla$"#, "∞": #"$\infty$"#, "√": #"$\surd$"#,
    "∑": #"$\sum$"#, "∏": #"$\prod$"#, "∫": #"$\int$"#, "⋅": #"$\cdot$"#, "∗": "$*$",
    "Γ": #"$\Gamma$"#, "Δ": #"$\Delta$"#, "Θ": #"$\Theta$"#, "Λ": #"$\Lambda$"#, "Ξ": #"$\Xi$"#,
    "Π": #"$\Pi$"#, "Σ": #"$\Sigma$"#, "Φ": #"$\Phi$"#, "Ψ": #"$\Psi$"#, "Ω": #"$\Omega$"#,
    "α": #"$\alpha$"#, "β": #"$\beta$"#, "γ": #"$\gamma$"#, "δ": #"$\delta$"#,
    "ε": #"$\varepsilon$"#, "ζ": #"$\zeta$"#, "η": #"$\eta$"#, "θ": #"$\theta$"#,
    "ι": #"$\iota$"#, "κ": #"$\kappa$"#, "λ": #"$\lambda$"#, "μ": #"$\mu$"#, "ν": #"$\nu$"#,
    "ξ": #"$\xi$"#, "π": #"$\pi$"#, "ρ": #"$\rho$"#, "σ": #"$\sigma$"#, "ς": #"$\varsigma$"#,
    "τ": #"$\tau$"#, "υ": #"$\upsilon$"#, "φ": #"$\varphi$"#, "χ": #"$\chi$"#, "ψ": #"$\psi$"#,
    "ω": #"$\omega$"#, "†": #"\textdagger{}"#, "‡": #"\textdaggerdbl{}"#,
  ]

  /// What is in the encoding T1 and not in the standard one.
  private static let onlyInT1 = Set("«»ÐÞðþĄąĐđĘęĮįŊŋŲų‚„‹›".unicodeScalars)

  /// What the standard encoding has, or makes with an accent.
  private static let known: [ClosedRange<UInt32>] = [
    0xA1...0xFF, 0x100...0x103, 0x106...0x10F, 0x112...0x117, 0x11A...0x125, 0x128...0x12D,
    0x130...0x137, 0x139...0x13E, 0x141...0x148, 0x14C...0x165, 0x168...0x171, 0x174...0x17E,
    0x1CD...0x1D4, 0x218...0x21B, 0x2010...0x2010, 0x2018...0x2019, 0x201C...0x201D,
    0x2022...0x2022, 0x2030...0x2031, 0x20AC...0x20AC, 0x2116...0x2116, 0x2122...0x2122,
  ]
}
