import Foundation

/// The gate to LaTeX: text as source that prints it, with every engine, in a caption as in a cell.
enum LaTeX {
  /// The text with everything replaced that means something to LaTeX.
  ///
  /// What pdfLaTeX's standard fonts lack is printed by engines that read Unicode, as far as their
  /// font has it, and by pdfLaTeX as its code, `U+65E5`. What takes no room is left out.
  static func escaped(_ text: String) -> String {
    var source = ""
    var lacking: [Unicode.Scalar] = []
    var last: Unicode.Scalar?
    // Composed: pdfLaTeX knows é, and no e with an accent after it.
    let composed = text.replacing("\r\n", with: "\n").precomposedStringWithCanonicalMapping
    for scalar in composed.unicodeScalars {
      if LaTeXCharacters.takesNoRoom(scalar) {
        // Joins the parts of a picture, or nothing.
        if !lacking.isEmpty { lacking.append(scalar) }
        continue
      }
      guard let known = LaTeXCharacters.source(of: scalar) else {
        lacking.append(scalar)
        continue
      }
      source += Self.source(ofLacking: lacking)
      // Two hyphens would be a dash, two quotes one.
      if lacking.isEmpty, scalar == last, "-'".unicodeScalars.contains(scalar) { source += "{}" }
      source += known
      (lacking, last) = ([], scalar)
    }
    return source + Self.source(ofLacking: lacking)
  }

  private static func source(ofLacking scalars: [Unicode.Scalar]) -> String {
    guard !scalars.isEmpty else { return "" }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    let codes = scalars.filter { !LaTeXCharacters.takesNoRoom($0) }.map {
      "U+" + String(format: "%04X", Int($0.value))
    }
    return #"\ifdefined\Umathchar "# + text + #"\else\texttt{"# + codes.joined(separator: " ")
      + #"}\fi{}"#
  }
}
