import ArgumentParser
import Basics
import Engine
import Experiments
import Foundation

/// What the commands that train have in common: how many workers there are, and how long each may
/// take.
struct WorkOptions: ParsableArguments {
  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "Trials at once, each in a process of its own on one thread; without, as many as there are cores that this process may use.",
      valueName: "jobs"))
  var wantedJobs: Int?

  /// Trials at once: as many as wanted, or as cores may be used.
  var jobs: Int { wantedJobs ?? min(UsableCores.count, 4096) }

  @Option(
    help: ArgumentHelp(
      "How trials are worked on: "
        + ExecutorList.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; ") + ".",
      valueName: "executor"))
  var executor = ExecutorList.all[0].name

  @Option(help: "Minutes that one process may work on a trial; without, as long as it needs.")
  var timeLimit: Double?

  @Option(
    help:
      "Train anew, from nothing, what an earlier run left unusable: damaged, failed; may be repeated."
  )
  var again: [Again] = []

  @Flag(
    help:
      "Reuse no finished trial of other kernels: their last digits may differ. `verify` never does."
  )
  var ownKernels = false

  @Option(
    help: "Memory that the trials may take together, such as 12G; without, as much as is free.")
  var memory: String?

  func validate() throws {
    if let memory {
      do throws(Problem) {
        _ = try ByteCount.parse(memory, option: "--memory")
      } catch {
        throw ValidationError(error.message)
      }
    }
    if let wantedJobs, !(1...4096).contains(wantedJobs) {
      throw ValidationError("--jobs \(wantedJobs): expected 1 to 4096")
    }
    // Two years; what is meant to be no limit is said by leaving it out.
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 1e6) {
      throw ValidationError(
        "--time-limit \(timeLimit): expected more than 0 minutes, at most 1000000")
    }
  }

  /// How the runner is to go about a spec.
  func runnerOptions(_ options: SpecOptions, _ spec: Spec) throws -> Runner.Options {
    var runner = options.runnerOptions
    runner.jobs = jobs
    runner.again = Set(again)
    runner.ownKernelsOnly = ownKernels
    runner.executor = try ExecutorList.named(executor)
    runner.timeLimit = timeLimit.map { .seconds(60 * $0) }
    runner.memory = try memory.map { try ByteCount.parse($0, option: "--memory") }
    runner.statusFile = RunStatus.path(options.experiment(spec), results: options.results)
    return runner
  }
}

extension Again: ExpressibleByArgument {}
