import Basics

/// The gate to a shell: words of a command that a reader is to copy.
enum ShellText {
  /// The text as one word: quoted, unless it is plain.
  static func word(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789-_./=:+,@%".unicodeScalars.contains(scalar)
    }
    if plain, !text.isEmpty { return text }
    return "'" + text.replacingScalars { $0 == "'" ? "'\\''" : $0.isUnprintable ? "?" : nil } + "'"
  }
}
