/// What names of a spec may become names of files.
enum FileName {
  /// For messages.
  static let expected = "letters, digits, \"-\", \"_\" and \".\""

  /// Whether the name is made of ``expected`` and does not begin with a dot.
  static func isPlain(_ name: String) -> Bool {
    guard let first = name.first, first != "." else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
    }
  }
}
