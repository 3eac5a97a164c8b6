import ArgumentParser
import Experiments
import Foundation
import Schema

/// What the commands that train have in common: how many workers there are, and how long each may
/// take.
struct WorkOptions: ParsableArguments {
  @Option(help: "Trials at once, each in a process of its own on one thread.")
  var jobs = 1

  @Option(help: "Minutes that one process may work on a trial; without, as long as it needs.")
  var timeLimit: Double?

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
    if !(1...4096).contains(jobs) {
      throw ValidationError("--jobs \(jobs): expected 1 to 4096")
    }
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError("--time-limit \(timeLimit): expected more than 0 minutes")
    }
  }

  /// How the runner is to go about a spec.
  func runnerOptions(_ options: SpecOptions, _ spec: Spec) throws -> Runner.Options {
    var runner = options.runnerOptions
    runner.jobs = jobs
    runner.program = Bundle.main.executablePath
    runner.timeLimit = timeLimit.map { .seconds(60 * $0) }
    runner.memory = try memory.map { try ByteCount.parse($0, option: "--memory") }
    runner.statusFile = RunStatus.path(options.experiment(spec), results: options.results)
    return runner
  }
}
