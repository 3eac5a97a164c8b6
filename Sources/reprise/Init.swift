import ArgumentParser
import Basics
import Datasets
import Experiments
import Foundation

/// Writes a first spec.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a first spec, which `reprise check` accepts, to be filled in.",
    discussion: """
      What no option says is asked for where standard input is a terminal; elsewhere it has the value that is
      shown. The paper's numbers go into "published"; `reprise paste` reads them off a printed table.
      """)

  @Argument(help: "The file to write, such as Experiments/my-paper/table1.json.")
  var file: String

  @Option(help: "The title of the experiment.")
  var title: String?

  @Option(help: "The paper: authors, title, year.")
  var document: String?

  @Option(help: "The table or figure, as the paper numbers it.")
  var artifact: String?

  @Option(
    help: "The data set; `reprise list datasets` names them.",
    completion: .list(DatasetList.all.map(\.name)))
  var dataset: String?

  @Option(help: "Recommenders, separated by commas; `reprise list models` names them.")
  var systems: String?

  @Option(help: "Metrics, separated by commas, such as precision@5,ndcg@10.")
  var metrics: String?

  func validate() throws { try NamedPath.check("the file", file) }

  func run() throws {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Problem.usage("\(file): is there already")
    }
    var spec = FirstSpec()
    let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    spec.title = answer(title, "Title", "\(name), reproduced")
    spec.document = answer(document, "Paper (authors, title, year)", spec.document)
    spec.artifact = answer(artifact, "Table or figure", spec.artifact)
    spec.dataset = answer(dataset, "Data set", spec.dataset)
    spec.systems = list(answer(systems, "Recommenders", spec.systems.joined(separator: ",")))
    spec.metrics = list(answer(metrics, "Metrics", spec.metrics.joined(separator: ",")))
    try Files.makeFolder(Files.folder(of: file))
    try Files.writeAtomically(spec.text(), to: file)
    print("Written to \(file); `reprise check \(file)` reads it")
  }

  /// What an option says, else what is typed, else the usual.
  private func answer(_ option: String?, _ question: String, _ usual: String) -> String {
    if let option { return option }
    guard isatty(STDIN_FILENO) != 0 else { return usual }
    StandardStream.error.write(TerminalText.shown("\(question) [\(usual)]: "))
    let typed = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
    return typed.isEmpty ? usual : typed
  }

  private func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
