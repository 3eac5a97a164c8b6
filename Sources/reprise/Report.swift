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
      now says of titles, columns, published values and notes. It fails, naming them, while trials
      are not finished.
      """)

  @OptionGroup var options: SpecOptions

  func run() async throws {
    let spec = try options.read()
    let logger = Logger.ofCommands
    let runner = Runner(
      spec, options: options.runnerOptions, logger: logger, interruption: Interruption())
    try options.publish(spec, try await runner.report(), jobs: nil, logger)
  }
}
