import Basics
import Foundation

/// Works off trials, so many at a time.
///
/// One that fails costs nobody else anything: the rest goes on. A lost worker's trial is tried once
/// more, from its last checkpoint; one that somebody else told to stop goes on from where it was.
/// Trials that another run is working on are left to it, and come last here. A full disk ends the
/// run: what is not started by then is left.
struct TrialQueue: Sendable {
  let jobs: Int
  let results: String
  let host: any TrialHost
  let progress: Progress
  let interruption: Interruption
  var budget: MemoryBudget?

  /// How often a trial whose worker was lost is tried.
  private static let attempts = 2
  /// How often a trial goes on whose worker was told to stop.
  private static let continuations = 100

  /// Runs the trials to their ends; those without a result, in the order in which that was known.
  ///
  /// Throws `Interrupted` when asked to stop, once every running trial is saved.
  func run(_ trials: [Trial]) async throws -> [TrialProblem] {
    guard !trials.isEmpty else { return [] }
    return try await withThrowingTaskGroup(of: Turn.self) { group in
      var state = QueueState(waiting: trials)
      try start(&state, &group)
      while let turn = try await group.next() {
        switch turn {
        case .waited: state.isWaiting = false
        case .ended(let trial, let error):
          state.running -= 1
          budget?.release(trial)
          if let error { take(error, of: trial, &state) }
        }
        try start(&state, &group)
      }
      if state.wasInterrupted || interruption.isRequested { throw Interrupted() }
      return state.problems
        + state.waiting.map {
          TrialProblem(trial: $0, problem: .run("not started"), kind: .unfinished)
        }
    }
  }

  private enum Turn: Sendable {
    case ended(Trial, (any Error)?)
    case waited
  }

  /// What the queue knows between two turns.
  private struct QueueState {
    var waiting: [Trial]
    var running = 0
    /// Whether a look at other runs' trials is due in a moment.
    var isWaiting = false
    var wasInterrupted = false
    /// Whether nothing more is started.
    var isOver = false
    var losses: [String: Int] = [:]
    var continuations: [String: Int] = [:]
    var awaited: Set<String> = []
    var problems: [TrialProblem] = []
  }

  private func start(
    _ state: inout QueueState, _ group: inout ThrowingTaskGroup<Turn, any Error>
  ) throws {
    guard !state.isOver else { return }
    var index = 0
    while state.running < jobs, index < state.waiting.count, !interruption.isRequested {
      let trial = state.waiting[index]
      let lock = TrialFolder(trial, results: results).lock
      if let holder = RunLock.holder(ifHeld: lock) {
        if state.awaited.insert(trial.identity).inserted {
          progress.say("\(trial.name): waiting for \(holder)")
        }
        index += 1
        continue
      }
      guard budget?.admits(trial) ?? true else {
        index += 1
        continue
      }
      state.waiting.remove(at: index)
      state.running += 1
      group.addTask {
        do {
          try await host.execute(trial) { progress.tell(trial, $0) }
          return .ended(trial, nil)
        } catch {
          return .ended(trial, error)
        }
      }
    }
    // Free hands and nothing but other runs' trials: look again in a moment.
    if state.running < jobs, !state.waiting.isEmpty, !state.isWaiting, !interruption.isRequested {
      state.isWaiting = true
      group.addTask {
        try await Task.sleep(for: .milliseconds(100))
        return .waited
      }
    }
  }

  /// What becomes of a trial that ended with an error.
  private func take(_ error: any Error, of trial: Trial, _ state: inout QueueState) {
    func fail(_ problem: Problem, _ kind: TrialProblem.Kind = .failed) {
      state.problems.append(TrialProblem(trial: trial, problem: problem, kind: kind))
      progress.failed(trial, problem.message)
    }
    func again(_ what: String) {
      progress.stopped(trial)
      progress.say("\(trial.name): the worker \(what)")
      state.waiting.append(trial)
    }
    switch error {
    case is Interrupted:
      progress.stopped(trial)
      guard !interruption.isRequested else {
        state.wasInterrupted = true
        return
      }
      state.continuations[trial.identity, default: 0] += 1
      if state.continuations[trial.identity] ?? 0 < Self.continuations {
        again("was told to stop, not by this run; going on")
      } else {
        fail(.run("\(trial.name): the worker was told to stop, again and again"))
      }
    case let lost as WorkerLost:
      state.losses[trial.identity, default: 0] += 1
      if state.losses[trial.identity] ?? 0 < Self.attempts {
        again("\(lost.message); trying once more")
      } else {
        progress.stopped(trial)
        fail(.run("\(trial.name): the worker \(lost.message)"))
      }
    case let failure as TrialFailure: fail(.run(failure.message), .hopeless)
    case let problem as Problem:
      if problem.kind == .data {
        return fail(.data("\(trial.name): \(problem.message)"), .damaged)
      }
      fail(problem)
      if problem.kind == .space, !state.waiting.isEmpty {
        state.isOver = true
        progress.say("no further trial is started: \(problem.message)")
      }
    case let error: fail(.run("\(trial.name): \(error)"))
    }
  }
}
