import Basics

/// The gate to Markdown: text as source that shows it, on code-hosting pages (GitHub's flavour) as
/// elsewhere.
///
/// What means nothing where it stands stays as it is: the underscore in `item_pop`, the bracket in
/// `layers [64, 32]`. Dollar signs do as well, which are mathematics to some pages and nothing to
/// the language.
enum MarkdownText {
  /// Text within a line: no emphasis, code, link or HTML comes of it.
  static func escaped(_ text: String) -> String { escaped(text, inLink: false) }

  private static func escaped(_ text: String, inLink: Bool) -> String {
    let scalars = Array(text.replacing("\r\n", with: "\n").unicodeScalars)
    let isLink = text.contains("](") || text.contains("][") || text.contains("]:")
    let strikes = scalars.count { $0 == "~" } > 1
    var source = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let before = place > 0 ? scalars[place - 1] : " "
      let after = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isMarkup =
        switch scalar {
        case "\\", "`", "*": true
        case "_": !(before.isWord && after.isWord)
        case "[": inLink || isLink || after == "^"
        case "]": inLink
        case "~": strikes
        case "<": after.properties.isAlphabetic || "/!?".unicodeScalars.contains(after)
        case "&": isEntity(scalars[place...])
        default: false
        }
      if isMarkup { source.append("\\") }
      source.append(scalar.isUnprintable ? " " : scalar)
    }
    return String(source)
  }

  /// Text in a cell of a table, which a bar would end.
  static func cell(_ text: String) -> String { barsEscaped(escaped(text)) }

  /// Markdown as a cell of a table.
  static func barsEscaped(_ markdown: String) -> String {
    markdown.replacingScalars { $0 == "|" ? "\\|" : nil }
  }

  /// Text that begins an item of a list, where more has a meaning than within a line.
  static func item(_ text: String) -> String {
    let line = escaped(text).drop { $0 == " " }
    if line.prefixMatch(of: /#{1,6}(\s|$)|>|[-+=](\s|$|-)|\[[ xX]\]/) != nil { return "\\" + line }
    if let number = line.prefixMatch(of: /[0-9]{1,9}(?=[.)](\s|$))/) {
      return number.0 + "\\" + line[number.range.upperBound...]
    }
    return String(line)
  }

  /// Text as a heading, which `#` at its end would close.
  static func heading(_ text: String) -> String {
    let line = escaped(text)
    guard let closing = line.firstMatch(of: /(^|\s)(#+\s*)$/) else { return line }
    return line[..<closing.2.startIndex] + "\\" + closing.2
  }

  /// A link, or with `!` before it a picture: its words, and the path or anchor that it leads to.
  static func link(_ words: String, to path: String) -> String {
    "[\(escaped(words, inLink: true))](\(destination(path)))"
  }

  /// A path as a link has it: what an address cannot hold is written as its bytes.
  static func destination(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && scalar.isWord || "/#-._~+,=@:!$&;'".unicodeScalars.contains(scalar)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }

  /// Text as the value of an attribute of HTML.
  static func attribute(_ text: String) -> String {
    text.replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "\"": "&quot;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: scalar.isUnprintable ? " " : nil
      }
    }
  }

  /// Markdown with its headings so many levels lower, without newlines at its end.
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

  private static func isEntity(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = scalars.dropFirst().prefix { $0 != ";" }
    guard !name.isEmpty, name.endIndex < scalars.endIndex else { return false }
    return name.allSatisfy { $0.isWord && $0.isASCII || $0 == "#" }
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
