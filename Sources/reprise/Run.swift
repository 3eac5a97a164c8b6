import ArgumentParser
import Basics
import Experiments
import Logging
import Results

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

  @Option(
    help: ArgumentHelp(
      "Add seeds until no claim is inconclusive, up to so many.",
      discussion: """
        Claims are looked at a few times only, each time with half as many seeds again. The intervals are
        wider in return: the probability that any look decides wrongly is at most 5 %.
        """))
  var untilDecided: Int?

  func validate() throws {
    if let untilDecided, !(2...1000).contains(untilDecided) {
      throw ValidationError("--until-decided \(untilDecided): expected 2 to 1000")
    }
    if let untilDecided, let seeds = options.seeds, seeds > untilDecided {
      throw ValidationError(
        "--seeds \(seeds) is more than --until-decided \(untilDecided) allows")
    }
  }

  func run() async throws {
    let spec = try options.read()
    let logger = Logger.ofCommands
    let interruption = Interruption()
    let signals = interruption.watchSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      try await run(spec, logger, interruption)
    } catch is Interrupted {
      throw Problem.run(
        "stopped; all is saved, the same command goes on from here, and `reprise report` shows what is"
          + " finished")
    }
  }

  /// Runs with the seeds that are asked for, or with more and more of them.
  private func run(_ spec: Spec, _ logger: Logger, _ interruption: Interruption) async throws {
    let looks = try looks(spec)
    var options = options
    for count in looks?.counts ?? [spec.seeds(options.seeds).count] {
      if looks != nil { options.seeds = count }
      let runner = Runner(
        spec, options: try work.runnerOptions(options, spec), logger: logger,
        interruption: interruption)
      var outcome = try await runner.run()
      outcome.looks = looks
      guard let looks, count != looks.counts.last, outcome.problem == nil,
        options.outputs(spec, outcome).isUndecided
      else { return try options.publish(spec, outcome, jobs: work.jobs, logger) }
      logger.notice("\(count) seeds leave claims inconclusive")
    }
  }

  private func looks(_ spec: Spec) throws(Problem) -> SeedLooks? {
    guard let untilDecided else { return nil }
    guard !spec.claims.isEmpty else {
      throw .usage("--until-decided: the spec has no claims to decide")
    }
    let first = spec.seeds(options.seeds).count
    guard first <= untilDecided else {
      throw .usage("--until-decided \(untilDecided): the spec has \(first) seeds already")
    }
    return SeedLooks(from: first, to: untilDecided)
  }
}
