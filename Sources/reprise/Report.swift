import ArgumentParser
import Experiments
import Logging

/// Writes a spec's tables and figures again.
struct Report: AsyncParsableCommand, KernelUser {
  static let configuration = CommandConfiguration(
    abstract:
      "Write a spec's tables and figures again from its finished trials; nothing is trained.",
    discussion: """
      The files are those of `reprise run` with the same spec, profile and seeds, with what the spec
      now says of titles, columns, published values and notes. The data are not needed, and the results
      may be a read-only copy: then the tables are printed, or written to --output. While trials are not finished, their
      places are gaps, and the status is 1.
      """)

  @OptionGroup var options: SpecOptions

  @Option(
    help: "The folder that tables and figures go to, where the results cannot be written to.",
    completion: .directory)
  var output: String?

  func validate() throws { try NamedPath.check("--output", output) }

  func run() async throws {
    let spec = try options.read()
    let logger = Logger.ofCommands
    let runner = Runner(
      spec, options: options.runnerOptions, logger: logger, interruption: Interruption())
    try options.publish(spec, try await runner.report(), jobs: nil, to: output, logger)
  }
}
