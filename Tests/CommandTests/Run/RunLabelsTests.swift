import Basics
import Foundation
import TestSupport
import Testing

/// Every awkward label goes through every output of one run, and is read back.
@Suite struct RunLabelsTests {
  private static let labels = [
    "PM 50% off", "ZR 70%", "a|b", "a_b^c", #"50 % & $5 #1 {x} ~y \z"#, "\"quoted\", comma",
    "`code`", "<b>bold</b>", "*star*", "[link](x)", "α→β", "α", "β", "naïve É", "日本", "👩‍👧",
    "=1+1", "# heading", "- item", "an em — dash", "it's", "a", "A", "A 2",
    "long " + String(repeating: "label ", count: 60) + "end",
  ]

  @Test func everyLabelIsReadBack() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.spec)
      let result = try scene.run("--jobs", "2")
      #expect(result.status == 0, "\(result.errors)")
      for label in Self.labels { #expect(result.output.contains(label), "\(label)") }
      let results = "Results/paper/small"
      for name in ["table", "cost"] {
        let found = try column(0, of: "\(results)/\(name).csv", in: folder)
        #expect(Set(found) == Set(Self.labels), "\(name).csv")
        let markdown = try rows(of: "\(results)/\(name).md", in: folder)
        let shown = markdown.dropFirst(2).map { $0[0] }.filter { $0 != "*not in the paper*" }
        #expect(shown == Self.labels, "\(name).md")
      }
      #expect(
        try column(0, of: "\(results)/bars.csv", in: folder).filter { $0 == "a|b" }.count == 1)
      #expect(
        try column(0, of: "\(results)/verdicts.csv", in: folder) == Self.labels.map { "says \($0)" }
      )
      let verdicts = try rows(of: "\(results)/verdicts.md", in: folder)
      #expect(verdicts.dropFirst(2).map { $0[0] } == Self.labels.map { "“says \($0)”" })
      try searchesAreApart(results, folder)
      try picturesShow(results, folder)
      try latexCompiles(results, folder)
      #expect(try Command.reprise(["page", "paper"], in: folder.path).status == 0)
      let page = try rows(of: "Results/paper/README.md", in: folder)
      for label in Self.labels { #expect(page.contains { $0[0] == label }, "\(label)") }
    }
  }

  /// A search of two settings for each label.
  private static var spec: String {
    let systems = labels.enumerated().map { place, label in
      let search =
        #""grid": {"neighbours": [2, 5], "shrink": [0, 5]}, "selection": {"metric": "ndcg@5", "on": "validation"}"#
      return """
        {"label": \(JSON.string(label).canonicalText), "recommender": "item-knn",
         \(search)}
        """
    }
    let claims = labels.map { label in
      """
      {"quote": \(JSON.string("says \(label)").canonicalText), "note": \(JSON.string(label).canonicalText),
       "ratio": [[\(JSON.string(label).canonicalText), "ndcg@5"], ["a", "ndcg@5"]], "expected": 1}
      """
    }
    let assumptions = labels.map { JSON.string($0).canonicalText }.joined(separator: ", ")
    return """
      {"title": \(JSON.string(#"50% of <b>A & B</b> | *x* #"#).canonicalText), "seeds": [1],
       "data": {"split": {"validation": 0.2}}, "assumptions": [\(assumptions)],
       "systems": [\(systems.joined(separator: ",\n"))],
       "tables": [{"name": "table", "columns": ["ndcg@5"], "published": {"a": {"ndcg@5": 0.5}}}],
       "figures": [{"name": "bars", "x": "system", "y": ["ndcg@5"]},
         {"name": "scatter", "x": "metric", "metric": "precision@5", "y": ["ndcg@5"]}],
       "claims": [\(claims.joined(separator: ",\n"))]}
      """
  }

  /// One file a system, with the system's own heading, and no two that differ in capitals alone.
  private func searchesAreApart(_ results: String, _ folder: TemporaryFolder) throws {
    let files = folder.contents.filter {
      $0.hasPrefix("\(results)/search-") && $0.hasSuffix(".md")
    }
    #expect(Set(files.map { $0.lowercased() }).count == Self.labels.count)
    let headings = try files.map { try folder.text(of: $0).prefix { $0 != "\n" } }
    let found = headings.map { unescaped(String($0.dropFirst("# Search of ".count))) }
    #expect(Set(found) == Set(Self.labels))
    for name in ["a", "a-2", "pm-50-off", "alpha", "beta", "naive-e", "1-1"] {
      #expect(files.contains("\(results)/search-\(name).md"), "\(name)")
    }
  }

  /// The labels in the bars' tics, and in each search's title.
  private func picturesShow(_ results: String, _ folder: TemporaryFolder) throws {
    guard OtherProgram.output("gnuplot", ["--version"]) != nil else { return }
    let bars = try folder.text(of: "\(results)/bars.svg")
    let scatter = try folder.text(of: "\(results)/scatter.svg")
    let searches = try folder.contents.filter {
      $0.hasPrefix("\(results)/search-") && $0.hasSuffix(".svg")
    }.map { try folder.text(of: $0) }
    for label in Self.labels {
      let shown = label.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      #expect(bars.contains(">\(shown)<"), "\(label)")
      #expect(scatter.contains(shown.replacing("\"", with: "'")), "\(label)")
      #expect(searches.contains { $0.contains(">\(shown): ndcg@5<") }, "\(label)")
    }
  }

  /// Runs where pdflatex is installed (Debian: texlive-latex-base); what it is given is tested
  /// beside the gate.
  private func latexCompiles(_ results: String, _ folder: TemporaryFolder) throws {
    guard OtherProgram.output("pdflatex", ["--version"]) != nil else { return }
    let tables = folder.contents.filter { $0.hasPrefix(results) && $0.hasSuffix(".tex") }
    #expect(!tables.isEmpty)
    let inputs = tables.map { "\\input{\(folder[$0])}\n\\clearpage\n" }.joined()
    // Of the package booktabs, which is not in every installation, the rules alone.
    try folder.write(
      """
      \\documentclass{article}
      \\newcommand{\\toprule}{\\hline}\\newcommand{\\midrule}{\\hline}
      \\newcommand{\\bottomrule}{\\hline}\\newcommand{\\addlinespace}{}
      \\begin{document}
      \(inputs)
      \\end{document}

      """, to: "tables.tex")
    #expect(
      OtherProgram.output(
        "pdflatex",
        [
          "-interaction=nonstopmode", "-halt-on-error", "-output-directory", folder.path,
          folder["tables.tex"],
        ]) != nil)
  }

  /// A column of a CSV without its heading, as Python reads it where there is one, and as we do.
  private func column(_ place: Int, of path: String, in folder: TemporaryFolder) throws -> [String]
  {
    let own = try CSV.read(Files.read(folder[path]), file: path).rows.map { $0.fields[place] }
    let program =
      "import csv, json, sys; print(json.dumps([r[\(place)] for r in csv.reader(open(sys.argv[1], newline=''))][1:]))"
    if let read = OtherProgram.output("python3", ["-c", program, folder[path]]) {
      let texts = try JSON.parse(read, file: "python").asArray()
      #expect(try texts.map { json in try json.asString() } == own)
    }
    return own
  }

  /// The cells of every row of the tables in a Markdown file; each row has as many as those before
  /// it.
  private func rows(of path: String, in folder: TemporaryFolder) throws -> [[String]] {
    var (rows, count) = ([[String]](), 0)
    for line in try folder.text(of: path).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        count = 0
        continue
      }
      let cells = Self.cells(String(line))
      #expect(count == 0 || cells.count == count, "\(path): \(line)")
      count = cells.count
      rows.append(cells.map(unescaped))
    }
    return rows
  }

  /// What stands between the bars that are not escaped.
  private static func cells(_ line: String) -> [String] {
    var (cells, isEscaped) = ([""], false)
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Markdown without markup as the text that it shows.
  private func unescaped(_ markdown: String) -> String {
    markdown.replacing(/\\([!-\/:-@\[-`{-~])/) { $0.1 }
  }
}
