import ArgumentParser
import Basics
import Experiments
import Logging

/// Tells what a run of a spec would train, and what has changed since.
struct Why: AsyncParsableCommand, KernelUser {
  /// It says what a run would do: what trials of these kernels go on from.
  static let acceptsWrongKernels = true

  static let configuration = CommandConfiguration(
    abstract: "Tell what a run of a spec would train, and what has changed since earlier ones.",
    discussion: """
      A trial that begins from nothing is compared with the most similar one that is kept: every setting that
      differs is named. The trials of a choice that is not yet made are those that it is made among.
      Nothing is trained or written.
      """)

  @OptionGroup var options: SpecOptions

  @Flag(help: "Name the finished trials, too.")
  var all = false

  func run() async throws {
    let spec = try options.read()
    let runner = Runner(
      spec, options: options.runnerOptions, logger: Logger.ofCommands,
      interruption: Interruption())
    let plans = try await runner.plans()
    for plan in plans where all || plan.work != .none {
      for line in plan.lines { print(line) }
    }
    let finished = plans.count { $0.work == .none }
    let measured = plans.count { $0.work == .measure }
    print(
      "\(plans.count) trials: \(finished) finished, \(measured) to measure again,"
        + " \(plans.count - finished - measured) to train")
  }
}
