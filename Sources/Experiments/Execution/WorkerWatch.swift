import Basics
import Foundation

/// Watches a worker's process: ends it at its time limit, tells it to stop when the run is asked
/// to, and ends it when it does not.
struct WorkerWatch {
  let process: Int32
  /// How long it may run; nil: as long as it needs.
  let timeLimit: Duration?
  let pace: Pace
  let interruption: Interruption

  /// Between two looks. The watch outlives its worker by as much.
  private static let pause = Duration.milliseconds(100)

  /// Looks until the run is asked to stop, and then until the worker's time to do so is over.
  ///
  /// Ends by cancellation when the worker has ended. Throws `WorkerLost` at the time limit, and
  /// ``Hung`` when the worker did not stop; the caller ends it.
  /// - Parameter ask: Tells the worker to save and end.
  func look(ask: () async -> Void) async throws {
    var ran = Duration.zero
    var last = ContinuousClock.now
    while !interruption.isRequested {
      if let timeLimit, ran > timeLimit {
        throw WorkerLost(
          message: "was ended at its time limit of \(timeLimit.seconds / 60) minutes")
      }
      try await Task.sleep(for: Self.pause)
      let now = ContinuousClock.now
      // A second at most: this process may have been suspended, and its worker with it.
      if !isSuspended { ran += min(now - last, .seconds(1)) }
      last = now
    }
    let grace = pace.grace
    await ask()
    try await Task.sleep(for: grace)
    throw Hung(grace: grace)
  }

  /// The worker was asked to stop and did not.
  struct Hung: Error {
    /// How long it had.
    let grace: Duration
  }

  /// Whether somebody has stopped the worker's process for now (Ctrl-Z, SIGSTOP).
  private var isSuspended: Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let name = text.lastIndex(of: ")")
    else { return false }
    let state = text[name...].dropFirst().first { $0 != " " }
    return state == "T" || state == "t"
  }
}
