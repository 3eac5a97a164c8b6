import ArgumentParser
import Basics
import Experiments
import Results

/// Writes what a reviewer of a paper opens first.
struct Page: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a paper's page: every artifact with tables, pictures, verdicts and cost.",
    discussion: """
      The page is <results>/<paper>/README.md. It is made of the paper's specs and of the results that
      `reprise run` has written; nothing is trained.
      """)

  @Argument(
    help: "The folders of the papers' specs, such as Experiments/ur-gan.", completion: .directory)
  var folders: [String]

  @Option(help: "The folder that holds the results.", completion: .directory)
  var results = "Results"

  func validate() throws { try NamedPath.check("--results", results) }

  func run() throws {
    var failed: Problem?
    for folder in folders {
      do throws(Problem) {
        let page = try PaperPage(specs: folder, results: results)
        let path = "\(results)/\(page.paper)/README.md"
        try page.write(to: path)
        print("Written to \(path)")
        for problem in page.problems {
          Failure.report(problem)
          failed = failed ?? problem
        }
      } catch {
        Failure.report(error)
        failed = failed ?? error
      }
    }
    if let failed { throw ExitCode(failed.exitCode) }
  }
}
