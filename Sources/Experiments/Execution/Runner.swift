import Basics
import Foundation
import Logging

/// Measures a spec: fetches the data, runs what is not yet finished, chooses, and hands over
/// results.
package struct Runner: Sendable {
  let spec: Spec
  let options: Options
  private let logger: Logger
  private let progress: Progress
  private let interruption: Interruption

  /// A run of the spec that tells `logger` how it goes and stops when `interruption` asks.
  package init(_ spec: Spec, options: Options, logger: Logger, interruption: Interruption) {
    (self.spec, self.options, self.logger) = (spec, options, logger)
    self.interruption = interruption
    progress = Progress(logger: logger, statusFile: options.statusFile)
  }

  /// Runs or reuses every trial of the spec. What fails costs itself alone: the outcome has what is
  /// finished, and the problem of the rest.
  ///
  /// Throws `Problem` before anything trains, or `Interrupted` once everything is saved. What is
  /// finished stays finished.
  package func run() async throws -> Outcome {
    let logger = logger
    try OpenFiles.prepare(jobs: max(1, options.jobs))
    let plan = try await Plan.make(spec, options) { logger.info("\($0)") }
    try Files.makeFolder("\(options.results)/.trials")
    if !RunLock.isAvailable(in: "\(options.results)/.trials") {
      let advice = "files stand in for them, which hold while the clocks of all machines agree"
      logger.notice("\(options.results): the file system has no locks; \(advice)")
    }
    let budget = MemoryBudget(plan, memory: options.memory, jobs: options.jobs) {
      [progress] in progress.say($0)
    }
    try budget.refuseWhatCannotFit(plan.everyTrial())
    var told: Set<String> = []
    let beat = Task { [progress] in await progress.beat() }
    defer {
      beat.cancel()
      progress.end()
    }
    return try await outcome(plan) { trials in
      var (found, missing) = read(trials, plan)
      progress.expect(
        trials.count, finished: trials.count - missing.count - found.problems.count,
        hopeless: found.problems.count { $0.kind == .hopeless }, jobs: options.jobs)
      for damaged in found.problems where damaged.kind == .damaged {
        progress.failed(damaged.trial, damaged.problem.message)
      }
      sayOthersKernels(found, plan, &told)
      let batch = TrialBatch(
        trials: missing, plan: plan, spec: spec, options: options, progress: progress,
        interruption: interruption, budget: budget)
      if !missing.isEmpty { found.problems += try await options.executor.run(batch) }
      let rest = missing.filter { trial in
        !found.problems.contains { $0.trial.identity == trial.identity }
      }
      let now = read(rest, plan, again: [])
      found.results.merge(now.found.results) { _, new in new }
      found.problems += now.found.problems
      // What ended first differs from run to run; the spec's order does not.
      found.problems = trials.flatMap { trial in
        found.problems.filter { $0.trial.identity == trial.identity }
      }
      return found
    }
  }

  /// The outcome as far as the spec has run; nothing is trained. Data that are not at hand are
  /// taken as the run has seen them.
  ///
  /// Throws `Problem` where data are not at hand and no run has seen them.
  package func report() async throws -> Outcome {
    let logger = logger
    // Where that is too little, pictures are missing and nothing else.
    try? OpenFiles.prepare(jobs: 1)
    let plan = try await Plan.make(spec, options, isReport: true) { logger.info("\($0)") }
    return try await outcome(plan) { trials in
      var (found, missing) = read(trials, plan, again: [])
      found.problems += missing.map {
        TrialProblem(trial: $0, problem: .run("not finished"), kind: .unfinished)
      }
      return found
    }
  }

  /// Says, once for each, which kernels but one's own have made trials that are reused.
  private func sayOthersKernels(_ found: Found, _ plan: Plan, _ told: inout Set<String>) {
    let others = found.results.values.map(\.record.provenance.processor)
      .filter { $0 != plan.kernels }
    for kernels in Set(others).sorted() where told.insert(kernels).inserted {
      progress.say(
        "finished trials of other kernels are reused (\(kernels); these are \(plan.kernels)), whose last"
          + " digits may differ; --own-kernels trains them anew")
    }
  }

  /// Reads what earlier runs have finished, and tells what is in the way of the others.
  func read(
    _ trials: [Trial], _ plan: Plan, again: Set<Again>? = nil
  ) -> (found: Found, missing: [Trial]) {
    var (found, missing) = (Found(), [Trial]())
    for trial in trials {
      func note(_ problem: Problem, _ kind: TrialProblem.Kind) {
        found.problems.append(TrialProblem(trial: trial, problem: problem, kind: kind))
      }
      do {
        if let result = try plan.folder(of: trial).result(of: trial, again: again ?? options.again)
        {
          found.results[trial.identity] = result
        } else {
          missing.append(trial)
        }
      } catch let failure as TrialFailure {
        note(
          .run("\(failure.message) (found by an earlier run; `--again failed` trains it anew)"),
          .hopeless)
      } catch let problem as Problem {
        note(Problem(problem.kind, "\(trial.name): \(problem.message)"), .damaged)
      } catch {
        note(.data("\(trial.name): \(error)"), .damaged)
      }
    }
    return (found, missing)
  }
}
