import ArgumentParser
import Basics
import Foundation
import Results

/// Turns a printed table into what a spec says of it.
struct Paste: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn a paper's table into the \"published\" of a spec, its digits kept.",
    discussion: """
      The file holds one table: LaTeX (.tex), Markdown (.md), CSV (.csv) or TSV (.tsv); of - standard input is
      read. The first column are the systems, the first row are metrics as papers print them: P@5, Recall@20,
      NDCG@10, HR@10. What was not understood is told on standard error.
      """)

  @Argument(help: "The file with the table, or - for standard input.", completion: .file())
  var file: String

  @Option(help: "How the table is written; without, as the file's ending says.")
  var format: PrintedTable.Form?

  @Flag(help: "The paper prints hundredths: the point moves, the digits stay.")
  var percent = false

  func run() throws {
    let ending = (file as NSString).pathExtension
    guard let form = format ?? PrintedTable.Form(rawValue: ending) else {
      throw Problem.usage(
        "\(file): expected a name that ends with .tex, .md, .csv or .tsv, or --format")
    }
    let bytes =
      file == "-"
      ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try Files.read(file, as: .usage)
    let table = try PrintedTable(String(decoding: bytes, as: UTF8.self), form, file: file)
    let published = table.published(percent: percent)
    print(published.text)
    for note in published.notes { StandardStream.error.write("note: \(note.controlsEscaped)\n") }
  }
}

extension PrintedTable.Form: ExpressibleByArgument {}
