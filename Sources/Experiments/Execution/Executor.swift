import Basics

/// How the trials of a run are worked on: here, in processes of their own, on other machines.
///
/// A new one is a file beside the others and a name in ``ExecutorList``.
package protocol Executor: Sendable {
  /// The name on the command line.
  static var name: String { get }
  /// One line for `--help`.
  static var summary: String { get }

  init()

  /// Works on a batch of trials until each has ended, and tells its progress of each; returns those
  /// without a result, in the order in which that was known.
  ///
  /// Throws `Interrupted` when asked to stop, once every running trial is saved.
  func run(_ batch: TrialBatch) async throws -> [TrialProblem]
}

/// The executors that a run can have.
package enum ExecutorList {
  /// The first is that of a run which names none.
  package static let all: [any Executor.Type] = [WorkerExecutor.self, InProcessExecutor.self]

  /// The executor of this name; throws `Problem.usage` with the nearest one.
  package static func named(_ name: String) throws(Problem) -> any Executor {
    if let type = all.first(where: { $0.name == name }) { return type.init() }
    throw .usage(
      "--executor \(name): unknown" + suggestion(for: name, among: all.map { $0.name }))
  }
}

/// Trials to be worked on, and all that an executor has to know beside them.
package struct TrialBatch: Sendable {
  let trials: [Trial]
  let plan: Plan
  let spec: Spec
  let options: Runner.Options
  let progress: Progress
  let interruption: Interruption
  let budget: MemoryBudget

  /// The spec, which checkpoints keep.
  var specText: String { spec.encoded().canonicalText }

  /// Works the trials off on this machine, so many at a time.
  func workedOff(on host: any TrialHost) async throws -> [TrialProblem] {
    try await TrialQueue(
      jobs: max(1, options.jobs), results: options.results, host: host, progress: progress,
      interruption: interruption, budget: budget
    ).run(trials)
  }
}
