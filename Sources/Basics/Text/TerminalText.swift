/// What a terminal makes of a text: what it may be given, how many columns it takes, and what of it
/// fits.
package enum TerminalText {
  /// The text as a terminal may be given it: lines as they are, and all else that is unprintable
  /// escaped, so that no name in a file can move the cursor.
  package static func shown(_ text: String) -> String {
    text.replacingScalars { scalar in
      scalar.isUnprintable && scalar != "\n" ? String(scalar).controlsEscaped : nil
    }
  }

  /// The text filled up with spaces to so many columns.
  package static func padded(_ text: String, to columns: Int, left: Bool = true) -> String {
    let space = String(repeating: " ", count: max(0, columns - width(of: text)))
    return left ? text + space : space + text
  }

  /// The columns that the text takes.
  package static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// The columns of a character: none of what only marks another, two of the wide ones of East Asia
  /// and of pictures.
  package static func width(of character: Character) -> Int {
    character.unicodeScalars.map(width).max() ?? 0
  }

  /// The text in a single line, cut where it would be longer than so many columns.
  package static func line(_ text: String, width limit: Int) -> String {
    var (line, used) = ("", 0)
    for character in text.controlsEscaped {
      used += width(of: character)
      guard used <= limit else { break }
      line.append(character)
    }
    return line
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
      ? 2 : 1
  }

  /// Unicode's East Asian Width W and F, in blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF,
    0x20000...0x3FFFD,
  ]
}
