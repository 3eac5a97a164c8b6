import ArgumentParser
import Basics
import Experiments
import Foundation
import Logging
import Results

/// Measures specs and compares with the committed results.
struct Verify: AsyncParsableCommand, KernelUser {
  static let configuration = CommandConfiguration(
    abstract: "Measure specs again and compare with their committed results, cell by cell.",
    discussion: """
      Finished trials are reused, as by `reprise run`, but not those that other kernels made; the
      committed results are left as they are.
      On the same family of processors every file must be the same to the byte, but the manifest and
      what holds times; on another one, numbers may differ by the share that the spec calls "tolerance".
      Of results that an earlier version left, without split.csv, the numbers are compared and texts are not.
      It fails when anything differs.
      """)

  @OptionGroup var options: SpecOptions

  @Argument(help: "More specs.", completion: .file(extensions: ["json"]))
  var more: [String] = []

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let logger = Logger.ofCommands
    let interruption = Interruption()
    let signals = interruption.watchSignals()
    defer { withExtendedLifetime(signals) {} }
    var first: Problem?
    for path in try SpecPaths.files([options.spec] + more) {
      var options = options
      options.spec = path
      do {
        try await verify(options, logger, interruption)
      } catch let problem as Problem {
        Failure.report(problem)
        first = first ?? problem
      } catch is Interrupted {
        throw Problem.run("stopped; all is saved, the same command goes on from here")
      }
    }
    if let first { throw ExitCode(first.exitCode) }
  }

  private func verify(
    _ options: SpecOptions, _ logger: Logger, _ interruption: Interruption
  ) async throws {
    let spec = try options.read()
    let committed = "\(options.results)/\(options.experiment(spec))"
    try ResultComparison.require(committed)
    var runnerOptions = try work.runnerOptions(options, spec)
    runnerOptions.ownKernelsOnly = true
    let runner = Runner(
      spec, options: runnerOptions, logger: logger, interruption: interruption)
    var outcome = try await runner.run()
    if outcome.isEmpty, let problem = outcome.problem { throw problem }
    outcome.looks = Outputs.looks(of: outcome, in: committed)
    let scratch = FileManager.default.temporaryDirectory.path + "/reprise-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let outputs = Outputs(
      spec, path: options.spec, profile: options.profile, results: scratch, outcome)
    if let problem = outputs.write(profile: options.profile, jobs: work.jobs).problems.first {
      throw problem
    }
    let comparison = try ResultComparison(
      committed: committed, now: outputs.folder, tolerance: spec.tolerance, timed: outputs.timed)
    // What is finished is compared all the same.
    do { try report(comparison, outputs.experiment, committed) } catch {
      if let problem = outcome.problem { Failure.report(problem) }
      throw error
    }
    if let problem = outcome.problem { throw problem }
  }

  private func report(
    _ comparison: ResultComparison, _ experiment: String, _ committed: String
  ) throws(Problem) {
    for note in comparison.notes { print("\(experiment): \(note)") }
    for difference in comparison.differences.prefix(40) { print("\(experiment)/\(difference)") }
    let count = comparison.differences.count
    if count > 40 { print("\(experiment): and \(count - 40) more") }
    guard count == 0 else {
      throw .run(
        "\(experiment): \(count) \(count == 1 ? "difference" : "differences")"
          + " from the results in \(committed)")
    }
    let how = comparison.tolerance == nil ? "to the byte" : "within the tolerance"
    print("\(experiment): \(comparison.compared) files as in \(committed), \(how)")
  }
}
