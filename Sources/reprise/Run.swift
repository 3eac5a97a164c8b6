import ArgumentParser
import Basics
import Experiments
import Logging

/// Measures a spec and prints its tables.
struct Run: AsyncParsableCommand, KernelUser {
  static let configuration = CommandConfiguration(
    abstract: "Measure a spec: fetch the data, train what is not yet trained, write the results.",
    discussion: """
      Finished trials are reused; interrupted ones go on from their last checkpoint. A trial whose
      process is lost is tried once more; what fails for good is named at the end, leaves a gap in
      the tables, and makes the status 1. Results go to
      <results>/<paper>/<experiment>/, a profile's or those of another number of seeds to a
      folder beside it.
      """)

  @OptionGroup var options: SpecOptions

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let spec = try options.read()
    let logger = Logger.ofCommands
    let interruption = Interruption()
    let signals = interruption.watchSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      let runner = Runner(
        spec, options: try work.runnerOptions(options, spec), logger: logger,
        interruption: interruption
      )
      try options.publish(spec, try await runner.run(), jobs: work.jobs, logger)
    } catch is Interrupted {
      throw Problem.run(
        "stopped; all is saved, the same command goes on from here, and `reprise report` shows what is"
          + " finished")
    }
  }
}
