import Basics

/// What names of a spec may become names of files.
enum FileName {
  /// For messages.
  static let expected = "letters, digits, \"-\", \"_\" and \".\""

  /// The longest name that file systems take, bytes of UTF-8.
  static let limit = 255

  /// Whether the name is made of ``expected`` and does not begin with a dot.
  static func isPlain(_ name: String) -> Bool {
    guard let first = name.first, first != "." else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
    }
  }

  /// The program's own words as part of a name: what is no letter or digit becomes a hyphen.
  /// Labels, which may be written alike, have ``LabelFiles``.
  static func words(_ text: String) -> String {
    text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// Whether some file systems take both for one name.
  static func areAlike(_ one: String, _ other: String) -> Bool {
    one.lowercased() == other.lowercased()
  }

  /// What is wrong with a name that files of the results get, each with a suffix; nil: nothing.
  static func fault(of name: String, suffixes: [String]) -> String? {
    guard isPlain(name) else { return "\"\(name)\" cannot name a file; expected \(expected)" }
    let most = limit - (suffixes.map(\.utf8.count).max() ?? 0)
    guard name.utf8.count > most else { return nil }
    let suffix = suffixes.max { $0.utf8.count < $1.utf8.count } ?? ""
    return "this name has \(name.utf8.count) bytes, too many for a file; expected at most \(most),"
      + " which \"\(suffix)\" makes \(limit)"
  }
}
