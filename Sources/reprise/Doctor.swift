import ArgumentParser
import Basics
import Datasets
import Experiments
import Foundation

/// Examines the machine.
struct Doctor: ParsableCommand, KernelUser {
  static let configuration = CommandConfiguration(
    abstract: "Examine the machine: kernels, speed, cores, memory, disk, locks, data.",
    discussion: """
      Every line is "ok", a "note" or "BAD" with what to do. The status is 1 when results would be \
      wrong, several times slower, or could not be written; else 0. Nothing is changed.
      """)

  /// It is here to say so.
  static let acceptsWrongKernels = true

  @Option(help: "The folder that results go to.", completion: .directory)
  var results = "Results"

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func run() throws {
    let examination = Examination(
      program: Bundle.main.executablePath ?? CommandLine.arguments[0], results: results,
      folders: DataFolders(option: data))
    print(examination.text)
    if !examination.bad.isEmpty { throw ExitCode(Problem.Kind.run.exitCode) }
  }
}
