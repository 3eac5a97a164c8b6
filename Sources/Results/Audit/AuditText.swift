import Basics

extension AuditReport {
  /// The report for a terminal: file by file and law by law, then what could not be looked at.
  package var plainText: String {
    var lines: [String] = []
    for file in reported {
      lines.append(file)
      for group in groups(file) {
        // A verdict that all share is said once.
        let verdicts = Set(group.findings.map(\.verdict))
        let shared = verdicts.count == 1 ? verdicts.first.map { " – \($0)" } ?? "" : ""
        lines += Self.wrapped(
          "\(group.table): \(group.law)\(shared)", first: "  ", rest: "    ")
        for finding in group.findings {
          let own = shared.isEmpty ? " – \(finding.verdict)" : ""
          lines += Self.wrapped(
            "\(finding.cells); \(finding.bound)\(own)", first: "    ", rest: "      ")
        }
      }
      for skip in skipped where skip.file == file {
        lines += Self.wrapped(
          "\(skip.table): not checked (\(skip.rule)): \(skip.reason)", first: "  ", rest: "    ")
      }
      let own = claims.filter { $0.file == file }
      if !own.isEmpty { lines.append("  what the paper says, on its own numbers") }
      for claim in own {
        lines += Self.wrapped(
          "\(claim.answer): “\(claim.claim.quote)”", first: "    ", rest: "      ")
        lines += Self.wrapped(claim.reason, first: "      ", rest: "        ")
      }
      lines.append("")
    }
    return (lines + summary).joined(separator: "\n") + "\n"
  }

  /// How much was looked at, and what came of it: a line for tables, and one for claims.
  var summary: [String] {
    let impossible = findings.count { $0.condition == nil }
    let found =
      findings.isEmpty
      ? "nothing impossible"
      : "\(impossible) impossible, \(findings.count - impossible) possible only under a condition"
    let seen = "\(Self.counted(tables, "table")), \(Self.counted(numbers, "published number"))"
    guard !claims.isEmpty else { return ["\(seen): \(found)"] }
    let sentences = sentences
    let answers = AuditedClaim.Answer.allCases.compactMap { answer in
      let count = sentences.count { $0 == answer }
      return count == 0 ? nil : "\(count) \(answer)"
    }
    let said = "\(Self.counted(sentences.count, "claim")): " + answers.joined(separator: ", ")
    return ["\(seen): \(found)", said]
  }

  /// What the printed numbers say of each sentence of a paper, which counts once however many claims
  /// of its specs it stands as.
  private var sentences: [AuditedClaim.Answer] {
    Dictionary(grouping: claims) { [Files.folder(of: $0.file), $0.claim.quote] }.values
      .map { claims in AuditedClaim.Answer(ofAll: claims.map(\.answer)) }
  }

  /// The files with something to report, in the order audited.
  var reported: [String] {
    files.filter { file in
      findings.contains { $0.file == file } || skipped.contains { $0.file == file }
        || claims.contains { $0.file == file }
    }
  }

  /// Findings of one law in one table, together.
  private func groups(_ file: String) -> [(table: String, law: String, findings: [Finding])] {
    var groups: [(table: String, law: String, findings: [Finding])] = []
    for finding in findings where finding.file == file {
      let place = groups.firstIndex { $0.table == finding.table && $0.law == finding.law }
      if let place {
        groups[place].findings.append(finding)
      } else {
        groups.append((finding.table, finding.law, [finding]))
      }
    }
    return groups
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Lines of at most 100 characters, broken between words.
  private static func wrapped(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > 100 {
        lines.append(line)
        (line, isEmpty) = (rest, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
