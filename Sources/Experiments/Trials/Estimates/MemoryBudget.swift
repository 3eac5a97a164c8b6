import Basics
import Recommenders
import Synchronization

/// The memory that a run's trials share: refuses those that can never fit, and keeps others waiting
/// while they would not fit beside those that run.
final class MemoryBudget: Sendable {
  private struct State {
    var sizes: [String: TrialSizes] = [:]
    /// Bytes of the trials that run, by identity.
    var running: [String: Double] = [:]
    var hasSpoken = false
  }

  private let plan: Plan
  private let free: AvailableMemory
  private let jobs: Int
  private let say: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// A budget of what is free now, or of what the command line says is.
  init(
    _ plan: Plan, memory: Double?, jobs: Int, say: @escaping @Sendable (String) -> Void
  ) {
    (self.plan, self.jobs, self.say) = (plan, jobs, say)
    free = memory.map { AvailableMemory($0) } ?? .now()
  }

  /// Throws `Problem.run` for the first of these trials that cannot fit even alone and has not
  /// finished.
  func refuseWhatCannotFit(_ trials: [Trial]) throws {
    for trial in trials {
      guard let problem = try estimate(trial).refusal(trial.system, free) else { continue }
      guard (try? plan.folder(of: trial).result(of: trial, again: [])) == nil else { continue }
      throw problem
    }
  }

  /// Whether a trial may begin beside those that run; if so it counts among them until `release`.
  func admits(_ trial: Trial) -> Bool {
    let bytes = (try? estimate(trial).bytes) ?? 0
    let refusal: String? = state.withLock { state in
      let together = state.running.values.reduce(bytes, +)
      guard !state.running.isEmpty, together > free.shared else {
        state.running[trial.identity] = bytes
        return nil
      }
      defer { state.hasSpoken = true }
      guard !state.hasSpoken else { return "" }
      let count = state.running.count
      return "\(count) trial\(count == 1 ? "" : "s") side by side instead of \(jobs): with"
        + " \(trial.name) they would need \(ByteCount.text(together)) of memory, and"
        + " \(ByteCount.text(free.shared)) are free"
    }
    guard let refusal else { return true }
    if !refusal.isEmpty { say(refusal) }
    return false
  }

  /// A trial that was admitted no longer runs.
  func release(_ trial: Trial) { state.withLock { $0.running[trial.identity] = nil } }

  private func estimate(_ trial: Trial) throws(Problem) -> TrialEstimate {
    // All seeds of one kind of split are of about one size.
    let key = "\(trial.content.data.encoded().canonicalText) \(trial.purpose.rawValue)"
    if let known = state.withLock({ $0.sizes[key] }) { return try TrialEstimate(trial, known) }
    let sizes = try plan.sizes(of: trial)
    state.withLock { $0.sizes[key] = sizes }
    return try TrialEstimate(trial, sizes)
  }
}

extension TrialEstimate {
  /// Why the trial of a system cannot be worked on with so much memory; nil where it can.
  func refusal(_ system: String, _ free: AvailableMemory) -> Problem? {
    // By its own limits a process may take no more on top of what it has taken.
    let least = min(free.shared, free.own + AvailableMemory.resident())
    guard bytes > least else { return nil }
    let why = largest.map { ", most of it for \($0)" } ?? ""
    return .run(
      "\(system): needs about \(ByteCount.text(bytes)) of memory\(why), and"
        + " \(ByteCount.text(least)) are free: choose smaller settings or a \"sample\" of the data, free"
        + " memory, or say with --memory how much there is")
  }

  /// Throws `Problem.run` where this process cannot have what the trial takes, before anything is
  /// made.
  ///
  /// - Parameter memory: Bytes that the command line says are free; the process' own limits hold
  ///   all the same.
  func require(for system: String, memory: Double? = nil) throws(Problem) {
    var free = AvailableMemory.now()
    // What this process holds already is part of what the trial takes.
    free.shared = memory ?? free.shared + AvailableMemory.resident()
    if let problem = refusal(system, free) { throw problem }
  }

  /// The estimate of a trial on data of these sizes.
  init(_ trial: Trial, _ sizes: TrialSizes) throws(Problem) {
    try self.init(trial.recommender, trial.settings, trial.content.schedule, trial.metrics, sizes)
  }
}
