import Basics
import Foundation

/// What a paper's page says of one spec and of the results it left behind.
package struct PageArtifact: Sendable {
  /// A table as it is written, by its name.
  package struct Table: Sendable {
    /// The name of the files.
    package let name: String
    /// The lines of the long form.
    package let entries: [TableEntry]
  }

  /// A text of the results folder, such as the verdicts.
  package struct Text: Sendable {
    /// The name of the file.
    package let file: String
    package let markdown: String
  }

  /// The spec's name: `table4`.
  package var name = ""
  /// The spec's file as `reprise` is told it: `Experiments/ur-gan/table4.json`.
  package var specPath = ""
  /// The spec's file as the page links it.
  package var specLink = ""
  /// What is reproduced, in one line.
  package var title = ""
  /// The table or figure, as the paper numbers it.
  package var source = ""
  /// The document, where it is another one than the page's; empty: the page's.
  package var document = ""
  /// Whether there is something to measure: not where the spec holds only what a paper prints.
  package var isMeasured = false
  /// How many seeds the spec names; 0 for one that trains nothing.
  package var seeds = 0
  /// What the paper leaves open, and how it is read.
  package var assumptions: [String] = []
  /// Where this differs from the paper knowingly.
  package var departures: [String] = []
  /// The name of the folder with the results, beside the page; nil: nothing was measured.
  package var folder: String?
  /// What the results were made from.
  package var manifest = Manifest()
  /// Whether the results are of other data than the spec's own, as a profile may have them.
  package var isOfOtherData = false
  /// The folders, beside the page, of the results by other profiles.
  package var otherProfiles: [(name: String, folder: String)] = []
  /// The tables, in the spec's order.
  package var tables: [Table] = []
  /// The columns whose numbers are whole.
  package var counts: Set<String> = []
  /// What the systems took; empty where nothing says so.
  package var cost: [TableEntry] = []
  /// The names of the pictures, in the spec's order.
  package var pictures: [String] = []
  /// The names, without endings, of what a gnuplot program of the folder draws.
  package var programs: [String] = []
  /// The other texts of the folder, the verdicts first.
  package var texts: [Text] = []
  /// The records of searches, by the names of their files, with the line that sums each up.
  package var searches: [(name: String, summary: String)] = []
  /// Whether all that searches compare is measured on validation data, apart from the tables' test
  /// data.
  package var isSearchedOnValidation = false
  /// How many sentences got which verdict.
  package var verdicts: [(name: String, count: Int)] = []

  package init() {}

  /// Reads what a folder of results beside the page holds.
  ///
  /// - Parameters:
  ///   - page: The page's folder.
  ///   - tableNames: The names of the spec's tables, and `figureNames` those of its figures; those
  ///     without a file are left out.
  /// - Throws: `Problem.data` for a file that is damaged, or a folder without a manifest.
  package mutating func read(
    _ folder: String, in page: String, tableNames: [String], figureNames: [String]
  ) throws(Problem) {
    let place = "\(page)/\(folder)"
    let files = Set((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [])
    manifest = try Manifest(reading: "\(place)/manifest.json")
    self.folder = folder
    for name in tableNames where files.contains("\(name).csv") {
      tables.append(Table(name: name, entries: try TableEntry.read("\(place)/\(name).csv")))
    }
    if files.contains("\(CostTable.name).csv") {
      cost = try TableEntry.read("\(place)/\(CostTable.name).csv")
    }
    pictures = figureNames.map { "\($0).svg" }.filter(files.contains)
    programs = figureNames.filter { files.contains("\($0).gnuplot") }
    let known = Set((tableNames + [CostTable.name, "README"]).map { "\($0).md" })
    let others = files.filter { $0.hasSuffix(".md") && !known.contains($0) }.sorted()
    for file in others.filter({ $0 == "verdicts.md" }) + others.filter({ $0 != "verdicts.md" }) {
      let markdown = String(decoding: try Files.read("\(place)/\(file)"), as: UTF8.self)
      if file.hasPrefix("search-") {
        // As long as the grid is large; the page links it.
        let summary = markdown.split(separator: "\n").first { !$0.hasPrefix("#") }
        let name = String(file.dropLast(".md".count))
        searches.append((name, String(summary ?? "")))
        if files.contains("\(name).gnuplot") { programs.append(name) }
      } else if file != "verdicts.md" || manifest.profile.isEmpty {
        texts.append(Text(file: file, markdown: markdown))
      }
    }
    // A smoke run decides nothing.
    if files.contains("verdicts.csv"), manifest.profile.isEmpty {
      try countVerdicts("\(place)/verdicts.csv")
    }
  }

  private mutating func countVerdicts(_ path: String) throws(Problem) {
    let table = try CSV.read(Files.read(path), file: path)
    guard let quote = table.header.firstIndex(of: "quote"),
      let column = table.header.firstIndex(of: "verdict")
    else { return }
    // A sentence counts once.
    let given = Dictionary(grouping: table.rows) { $0.fields[quote] }.values.map { rows in
      Verdict(ofAll: rows.compactMap { Verdict(rawValue: $0.fields[column]) })
    }
    verdicts = Verdict.allCases.compactMap { verdict in
      let count = given.count { $0 == verdict }
      return count == 0 ? nil : (verdict.rawValue, count)
    }
  }
}
