/// What an examination of the machine found.
package struct Finding: Sendable, Equatable {
  /// What it means for results.
  package enum Weight: String, Sendable {
    /// As it should be.
    case fine = "ok"
    /// Works, and could be better.
    case note = "note"
    /// Results would be wrong, several times slower, or not be at all.
    case bad = "BAD"
  }

  /// What it means for results.
  package let weight: Weight
  /// What was looked at, in a word; empty: the same as the line before.
  package let name: String
  /// What was found, and what to do where it is not fine.
  package let text: String

  package init(_ weight: Weight, _ name: String, _ text: String) {
    (self.weight, self.name, self.text) = (weight, name, text)
  }

  /// Lines of at most 80 letters for a terminal.
  package static func lines(_ findings: [Finding]) -> [String] {
    findings.flatMap { finding in
      wrapped(finding.text, width: 80 - indent).enumerated().map { place, text in
        let head =
          place == 0 ? padded(finding.weight.rawValue, 6) + padded(finding.name, 13) : ""
        return padded(head, indent) + text
      }
    }
  }

  private static let indent = 19

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
