import Basics

extension AuditReport {
  /// The report for a document: a table of findings, and one of claims, for each file.
  package var markdown: String {
    var parts = ["# Audit", summary.joined(separator: "; ") + "."]
    for file in reported {
      parts.append("## \(MarkdownText.heading(file))")
      let found = findings.filter { $0.file == file }
      if !found.isEmpty {
        parts.append(
          MarkdownTable.text(
            header: ["table", "law", "numbers", "possible", "verdict"],
            rows: found.map {
              [$0.table, $0.law, $0.cells, $0.bound, $0.verdict].map(MarkdownText.cell)
            }, numbers: false))
      }
      let skips = skipped.filter { $0.file == file }
      if !skips.isEmpty {
        parts.append(
          skips.map {
            "- " + MarkdownText.item("\($0.table): not checked (\($0.rule)): \($0.reason)")
          }
          .joined(separator: "\n"))
      }
      let said = claims.filter { $0.file == file }
      if !said.isEmpty {
        parts.append(
          MarkdownTable.text(
            header: ["the paper says", "on its own numbers", "that is"],
            rows: said.map {
              ["“\($0.claim.quote)”", $0.reason, $0.answer.rawValue].map(MarkdownText.cell)
            },
            numbers: false))
      }
    }
    parts.append(
      "A number is taken anywhere within the rounding of its printed digits; what is listed is"
        + " impossible for all of them.")
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Findings and claims as text: `file,table,rule,law,numbers,possible,verdict`. Of a claim the
  /// law is the paper's sentence, and the verdict whether its own numbers make it true.
  package var csv: String {
    let found = findings.map {
      [$0.file, $0.table, $0.rule, $0.law, $0.cells, $0.bound, $0.verdict]
    }
    let said = claims.map { claim in
      [
        claim.file, "", "claim", claim.claim.quote, claim.finding?.text ?? "",
        claim.claim.rule?.expectation ?? "", claim.answer.rawValue,
      ]
    }
    return CSV.text(
      header: ["file", "table", "rule", "law", "numbers", "possible", "verdict"],
      rows: found + said)
  }

  /// Puts the findings into a file, whole or not at all.
  package func writeCSV(to path: String) throws(Problem) { try ResultFile.write(csv, to: path) }

  /// Puts the report into a file, whole or not at all.
  package func writeMarkdown(to path: String) throws(Problem) {
    try ResultFile.write(markdown, to: path)
  }
}
