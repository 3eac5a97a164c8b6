import Basics

/// The judged claims of one spec, as files and for a terminal.
package struct VerdictList: Sendable {
  /// The heading above the list.
  package let title: String
  /// In the order of the spec.
  package let claims: [JudgedClaim]
  /// By which rule seeds were added; nil: there are as many as were asked for.
  private let looks: SeedLooks?

  /// The list of these claims.
  package init(title: String, claims: [JudgedClaim], looks: SeedLooks? = nil) {
    (self.title, self.claims, self.looks) = (title, claims, looks)
  }

  /// Whether more seeds may decide one of them.
  package var isUndecided: Bool { claims.contains { $0.verdict == .inconclusive } }

  /// How many sentences came to which verdict: `2 reproduced, 1 not testable`. A sentence counts
  /// once, however many claims it stands as.
  package var summary: String {
    let verdicts = Dictionary(grouping: claims, by: \.claim.quote).values.map { claims in
      Verdict(ofAll: claims.map(\.verdict))
    }
    return Verdict.allCases.compactMap { verdict in
      let count = verdicts.count { $0 == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }.joined(separator: ", ")
  }

  /// A line a claim, numbers with all their digits. Of a claim with several conditions the number
  /// is that of the one which decides; `ours_interval` is half the width of the interval over
  /// seeds.
  package var csv: String {
    CSV.text(
      header: [
        "quote", "kind", "claim", "published_of", "published", "published_low", "published_high",
        "published_holds", "ours_of", "ours", "ours_interval", "seeds", "ours_holds", "verdict",
        "note",
      ],
      rows: claims.map { judged in
        let (paper, ours) = (judged.published?.decisive, judged.measured?.decisive)
        return [
          judged.claim.quote, judged.claim.kind, judged.claim.rule?.expectation ?? "",
          paper?.what ?? "", NumberText.exact(paper?.value),
          NumberText.exact(paper?.knownInterval?.low),
          NumberText.exact(paper?.knownInterval?.high), judged.published?.truth?.rawValue ?? "",
          ours?.what ?? "", NumberText.exact(ours?.value), NumberText.exact(ours?.halfWidth),
          ours.map { String($0.seeds) } ?? "", judged.measured?.truth?.rawValue ?? "",
          judged.verdict.rawValue, judged.notes.joined(separator: "; "),
        ]
      })
  }

  /// A table for a document, with how it is to be read below it.
  package var markdown: String {
    var lines = [
      "# Verdicts: \(MarkdownText.heading(title))", "",
      summary.prefix(1).uppercased() + summary.dropFirst() + ".", "",
      "| the paper says | that is | on its own numbers | on ours | verdict |",
      "|:--|:--|:--|:--|:--|",
    ]
    for judged in claims {
      let note = judged.claim.note.map { " (\($0))" } ?? ""
      let cells = [
        "“\(judged.claim.quote)”", (judged.claim.rule?.expectation ?? "–") + note,
        judged.published?.text ?? "–", judged.measured?.text ?? "–",
      ].map(MarkdownText.cell)
      let why = judged.claim.notTestable.map { ": " + MarkdownText.cell($0) } ?? ""
      let verdict = "**\(judged.verdict.rawValue)**" + why
      lines.append("| " + (cells + [verdict]).joined(separator: " | ") + " |")
    }
    lines +=
      [
        "",
        "- On its own numbers: what follows from the digits that are printed; .5345 is anything from"
          + " .53445 to .53455. A claim that fails for all of them is inconsistent in the paper.",
        "- On ours: the mean over seeds ± half of its \(looks == nil ? "95 % " : "")confidence interval (Student's t; over pairs"
          + " of seeds where two systems are compared). A claim holds where it is true in the whole"
          + " interval, fails where it is true nowhere in it, and is undecided between; one seed decides"
          + " nothing.",
        "- Of a claim with several parts the deciding one is shown; all must hold.",
      ] + (looks.map { ["- \($0.text)."] } ?? [])
    return lines.joined(separator: "\n") + "\n"
  }

  /// Three lines a claim.
  package var plainText: String {
    let width = claims.map(\.verdict.rawValue.count).max() ?? 0
    let indent = String(repeating: " ", count: width + 2)
    var lines = ["Verdicts: \(summary)", ""]
    for judged in claims {
      let verdict = judged.verdict.rawValue
      let quote = judged.claim.quote
      let claim = judged.claim.rule?.expectation ?? "“\(quote)”"
      lines.append(verdict + String(repeating: " ", count: width + 2 - verdict.count) + claim)
      if let paper = judged.published, let ours = judged.measured {
        lines += ["\(indent)paper: \(paper.text)", "\(indent)ours:  \(ours.text)"]
        // On the terminal alone: which other seeds are at hand differs from folder to folder.
        if let others = ours.decisive.othersText { lines.append(indent + "       " + others) }
      }
      if let why = judged.claim.notTestable { lines.append(indent + why) }
    }
    if let looks { lines += ["", looks.text] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes `verdicts.csv` and `verdicts.md` into a folder, which is made if it is missing.
  package func write(to folder: String) throws(Problem) {
    try ResultFile.write(csv, to: "\(folder)/verdicts.csv")
    try ResultFile.write(markdown, to: "\(folder)/verdicts.md")
  }
}

extension JudgedClaim {
  /// The spec's note, why it is not testable, and what is missing on either side.
  fileprivate var notes: [String] {
    [
      claim.note, claim.notTestable, published?.decisive.note,
      measured?.decisive.note ?? (measured?.decisive.seeds == 1 ? "one seed" : nil),
    ].compactMap(\.self)
  }
}

extension ClaimFinding {
  /// For readers: `2.3526 (2.3518…2.3533), fails`, with what it is a number of where there are
  /// several.
  var text: String {
    let reading = decisive
    let what = readings.count > 1 ? "\(reading.what) = " : ""
    let others = failures > 1 ? " (and \(failures - 1) more)" : ""
    let verdict = truth.map { ", " + $0.rawValue } ?? ""
    guard let value = reading.value else { return (reading.note ?? "nothing") + verdict + others }
    if value.isNaN { return (reading.note ?? NumberText.undefined) + verdict + others }
    let number = reading.isCount ? NumberText.counted(value) : NumberText.rounded(value)
    return what + number + reading.uncertaintyText + verdict + others
      + (reading.note.map { " (\($0))" } ?? "")
  }
}

extension ClaimReading {
  /// How far seeds lie apart that other runs have measured.
  fileprivate var othersText: String? {
    others.flatMap { others in
      others.sd.map { sd in
        "seeds of other runs: \(NumberText.rounded(others.value)), sd \(NumberText.rounded(sd))"
          + " over \(others.seeds) seeds"
      }
    }
  }

  /// What it may be, where anything is known.
  fileprivate var knownInterval: Interval? { value != nil && interval.isKnown ? interval : nil }

  /// Half the width of the interval over two seeds or more.
  fileprivate var halfWidth: Double? {
    seeds > 1 ? knownInterval.map { ($0.high - $0.low) / 2 } : nil
  }

  /// ` (2.3518…2.3533)` of printed numbers, ` ± 0.0512 over 3 seeds` of ours.
  fileprivate var uncertaintyText: String {
    if seeds == 0 {
      return knownInterval.map { $0.low == $0.high ? "" : " (\($0.text))" } ?? ""
    }
    if seeds == 1 { return " (one seed)" }
    return (halfWidth.map { " ± \(NumberText.rounded($0))" } ?? "") + " over \(seeds) seeds"
  }
}
