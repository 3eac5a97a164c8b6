import Foundation
import Logging
import Schema

/// Measures a spec: fetches the data, runs what is not yet finished, chooses, and hands over results.
public struct Runner: Sendable {
  private let spec: Spec
  private let options: Options
  private let logger: Logger
  private let progress: Progress
  private let interruption: Interruption

  /// A run of the spec that tells `logger` how it goes and stops when `interruption` asks.
  public init(_ spec: Spec, options: Options, logger: Logger, interruption: Interruption) {
    (self.spec, self.options, self.logger) = (spec, options, logger)
    self.interruption = interruption
    progress = Progress(logger: logger, statusFile: options.statusFile)
  }

  /// Runs or reuses every trial of the spec.
  ///
  /// Throws `Problem` – of the trial that failed, or a summary of several – or `Interrupted` once
  /// everything is saved. What is finished stays finished.
  public func run() async throws -> Outcome {
    let logger = logger
    let plan = try await Plan.make(spec, options) { logger.info("\($0)") }
    let budget = MemoryBudget(plan, memory: options.memory, jobs: options.jobs) {
      [progress] in progress.say($0)
    }
    try budget.refuseWhatCannotFit(plan.everyTrial())
    let queue = TrialQueue(
      jobs: max(1, options.jobs), results: options.results, executor: executor(plan),
      progress: progress, interruption: interruption, budget: budget)
    defer { progress.end() }
    return try await outcome(plan) { trials in
      var (found, missing) = try read(trials, plan)
      progress.expect(
        trials.count, finished: trials.count - missing.count, jobs: options.jobs)
      found.failures += try await queue.run(missing)
      let rest = missing.filter { trial in
        !found.failures.contains { $0.trial.identity == trial.identity }
      }
      found.results.merge(try read(rest, plan).found.results) { _, new in new }
      return found
    }
  }

  /// The outcome of a run that has finished; nothing is trained.
  ///
  /// Throws `Problem.run` naming the trials that are not finished.
  public func report() async throws -> Outcome {
    let logger = logger
    let plan = try await Plan.make(spec, options) { logger.info("\($0)") }
    return try await outcome(plan) { trials in
      let (found, missing) = try read(trials, plan)
      guard missing.isEmpty else {
        // The points of a grid have one name.
        let names = missing.map(\.name)
        let distinct = names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
        throw Problem.run(
          "\(options.results): \(missing.count) of \(trials.count) trials are not finished"
            + " (\(distinct.joined(separator: "; "))); `reprise run` finishes them")
      }
      return found
    }
  }

  /// What became of trials.
  private struct Found {
    /// By identity.
    var results: [String: TrialResult] = [:]
    var failures: [TrialQueue.Failure] = []
  }

  private func executor(_ plan: Plan) -> any TrialExecutor {
    let interruption = interruption
    guard let program = options.program else {
      return InProcess { [memory = options.memory] in
        var run = try plan.work(on: $0, interruption: interruption, observe: $1)
        run.memory = memory
        return run
      }
    }
    return WorkerProcesses(
      program: program, results: options.results, data: options.data,
      specText: spec.encoded().canonicalText, timeLimit: options.timeLimit,
      memory: options.memory,
      interruption: interruption)
  }

  /// Asks `obtain` for the trials of the searches, makes the choices, and asks for what is reported.
  private func outcome(
    _ plan: Plan, by obtain: ([Trial]) async throws -> Found
  ) async throws -> Outcome {
    var outcome = Outcome(
      counts: plan.counts, dataNotes: plan.dataNotes, dataDigest: plan.dataDigest,
      seeds: plan.seeds, trials: options.results)
    var searches = try spec.systems.compactMap { try Search($0, plan) }
    var searched: [String: TrialResult] = [:]
    // A point without numbers cannot win; a worker that was lost says nothing about its point.
    var failures: [TrialQueue.Failure] = []
    var lost: Set<String> = []
    while searches.contains(where: { !$0.isOver && !lost.contains($0.system.label) }) {
      let round = searches.filter { !lost.contains($0.system.label) }.flatMap(\.trials)
      let found = try await obtain(distinct(round))
      searched.merge(found.results) { _, new in new }
      let hopeless = Set(found.failures.filter(\.isHopeless).map(\.trial.identity))
      for failure in found.failures where !failure.isHopeless {
        failures.append(failure)
        for search in searches
        where search.trials.contains(where: { $0.identity == failure.trial.identity }) {
          lost.insert(search.system.label)
        }
      }
      for index in searches.indices where !lost.contains(searches[index].system.label) {
        try searches[index].advance(searched, hopeless: hopeless)
      }
    }

    var finals: [[Trial]] = []
    var picked: [String: [TrialResult]] = [:]
    for system in spec.systems {
      guard let search = searches.first(where: { $0.system.label == system.label }) else {
        finals.append(
          try plan.trials(system, try system.configurations()[0].settings, .reporting))
        continue
      }
      guard !lost.contains(system.label) else {
        finals.append([])
        continue
      }
      let choice = try search.choice(searched)
      if let note = search.note(choice) { outcome.choices.append(note) }
      if search.record.points > 1 { outcome.searches.append(search.record) }
      if search.isLeaky {
        let own = search.candidates.first { $0.configuration == choice.configuration }?.trials ?? []
        picked[system.label] = own.compactMap {
          searched[$0.identity]?.at(epoch: choice.epochs).labelled(system.label)
        }
        finals.append([])
      } else {
        finals.append(
          try plan.trials(system, choice.configuration.settings, .reporting, epochs: choice.epochs))
      }
    }
    let measured = try await obtain(distinct(finals.flatMap(\.self)))
    failures += measured.failures
    guard failures.isEmpty else { throw summary(failures) }
    for (system, trials) in zip(spec.systems, finals) {
      outcome.results +=
        picked[system.label]
        ?? trials.compactMap { measured.results[$0.identity]?.labelled($0.system) }
    }
    return outcome
  }

  /// The problem of the trial that failed, or of all of them in one line.
  private func summary(_ failures: [TrialQueue.Failure]) -> Problem {
    guard failures.count > 1 else { return failures[0].problem }
    let shown = failures.prefix(3).map(\.problem.message).joined(separator: "; ")
    let more = failures.count > 3 ? "; and \(failures.count - 3) more" : ""
    return .run("\(failures.count) trials failed: \(shown)\(more)")
  }

  /// Each trial once, whichever systems ask for it.
  private func distinct(_ trials: [Trial]) -> [Trial] {
    var seen: Set<String> = []
    return trials.filter { seen.insert($0.identity).inserted }
  }

  /// Reads what earlier runs have finished.
  private func read(_ trials: [Trial], _ plan: Plan) throws -> (found: Found, missing: [Trial]) {
    var (found, missing) = (Found(), [Trial]())
    for trial in trials {
      do {
        if let result = try plan.finished(trial) {
          found.results[trial.identity] = result
        } else {
          missing.append(trial)
        }
      } catch let failure as TrialFailure {
        found.failures.append(
          TrialQueue.Failure(trial: trial, problem: .run(failure.message), isHopeless: true))
      }
    }
    return (found, missing)
  }
}
