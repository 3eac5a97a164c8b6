import Foundation
import Schema

/// Works off trials, so many at a time.
///
/// One that fails costs nobody else anything: the rest goes on. A lost worker's trial is tried once
/// more, from its last checkpoint. Trials that another run is working on are left to it, and come
/// last here.
struct TrialQueue: Sendable {
  /// A trial without a result.
  struct Failure: Sendable {
    let trial: Trial
    let problem: Problem
    /// Whether trying again would end in the same way; see ``TrialFailure``.
    let isHopeless: Bool
  }

  let jobs: Int
  let results: String
  let executor: any TrialExecutor
  let progress: Progress
  let interruption: Interruption
  var budget: MemoryBudget?

  /// How often a trial whose worker was lost is tried.
  private static let attempts = 2

  private enum Turn: Sendable {
    case ended(Trial, (any Error)?)
    case waited
  }

  /// Runs the trials to their ends; those that failed, in the order in which they did.
  ///
  /// Throws `Interrupted` when asked to stop, once every running trial is saved.
  func run(_ trials: [Trial]) async throws -> [Failure] {
    try Files.makeFolder("\(results)/.trials")
    return try await withThrowingTaskGroup(of: Turn.self) { group in
      var waiting = trials
      var (running, isWaiting, wasInterrupted) = (0, false, false)
      var losses: [String: Int] = [:]
      var awaited: Set<String> = []
      var failures: [Failure] = []

      func fail(_ trial: Trial, _ problem: Problem, isHopeless: Bool = false) {
        failures.append(Failure(trial: trial, problem: problem, isHopeless: isHopeless))
        progress.failed(trial, problem.message)
      }
      func start() throws {
        var index = 0
        while running < jobs, index < waiting.count, !interruption.isRequested {
          let trial = waiting[index]
          let lock = TrialFolder(trial, results: results).lock
          if let holder = RunLock.holder(ifHeld: lock) {
            if awaited.insert(trial.identity).inserted {
              progress.say("\(trial.name): waiting for \(holder)")
            }
            index += 1
            continue
          }
          guard budget?.admits(trial) ?? true else {
            index += 1
            continue
          }
          waiting.remove(at: index)
          running += 1
          group.addTask {
            do {
              try await executor.execute(trial) { progress.tell(trial, $0) }
              return .ended(trial, nil)
            } catch {
              return .ended(trial, error)
            }
          }
        }
        // Free hands and nothing but other runs' trials: look again in a moment.
        if running < jobs, !waiting.isEmpty, !isWaiting, !interruption.isRequested {
          isWaiting = true
          group.addTask {
            try await Task.sleep(for: .milliseconds(100))
            return .waited
          }
        }
      }

      try start()
      while let turn = try await group.next() {
        switch turn {
        case .waited: isWaiting = false
        case .ended(let trial, let error):
          running -= 1
          budget?.release(trial)
          switch error {
          case nil: break
          case is Interrupted:
            wasInterrupted = true
            progress.stopped(trial)
          case let lost as WorkerLost:
            losses[trial.identity, default: 0] += 1
            progress.stopped(trial)
            if losses[trial.identity] ?? 0 < Self.attempts {
              progress.say("\(trial.name): the worker \(lost.message); trying once more")
              waiting.append(trial)
            } else {
              fail(trial, .run("\(trial.name): the worker \(lost.message)"))
            }
          case let failure as TrialFailure:
            fail(trial, .run(failure.message), isHopeless: true)
          case let problem as Problem: fail(trial, problem)
          case let error?: fail(trial, .run("\(trial.name): \(error)"))
          }
        }
        try start()
      }
      if wasInterrupted || interruption.isRequested { throw Interrupted() }
      return failures
    }
  }
}
