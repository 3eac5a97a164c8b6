import ArgumentParser
import Experiments
import Logging
import Schema

/// Measures a spec and prints its tables.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure a spec: fetch the data, train what is not yet trained, write the results.",
    discussion: """
      Finished trials are reused; interrupted ones go on from their last checkpoint. Results go to
      <results>/<paper>/<experiment>/, a profile's or those of fewer seeds to a folder beside it.
      """)

  @OptionGroup var options: SpecOptions

  @Option(help: "Trials at once, each on one thread.")
  var jobs = 1

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs \(jobs): expected at least 1") }
  }

  func run() async throws {
    let spec = try options.read()
    var runnerOptions = options.runnerOptions
    runnerOptions.jobs = jobs
    let logger = Logger(label: "reprise") { StreamLogHandler.standardError(label: $0) }
    let interruption = Interruption()
    let signals = interruption.watchSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      let runner = Runner(
        spec, options: runnerOptions, logger: logger, interruption: interruption)
      try options.publish(spec, try await runner.run(), jobs: jobs, logger)
    } catch is Interrupted {
      throw Problem.run("stopped; all is saved, the same command goes on from here")
    }
  }
}
