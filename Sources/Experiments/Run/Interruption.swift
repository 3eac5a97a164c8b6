import Foundation
import Synchronization

/// Whether the run was asked to stop: by Ctrl-C or a termination signal, or from within.
///
/// The first signal only asks: running trials save themselves after their epoch. The second one ends
/// the process at once, as if it had never been caught.
public final class Interruption: Sendable {
  private let flag = Atomic(false)
  private let heedsSignals = Atomic(false)

  /// Nobody has asked yet, and signals do what they always do.
  public init() {}

  /// Asks all trials to save and stop.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Whether someone asked.
  public var isRequested: Bool {
    flag.load(ordering: .relaxed)
      || (heedsSignals.load(ordering: .relaxed) && caught.load(ordering: .relaxed))
  }

  /// Makes SIGINT and SIGTERM requests, until the result goes away.
  public func watchSignals() -> SignalWatch {
    heedsSignals.store(true, ordering: .relaxed)
    return SignalWatch()
  }
}

/// While it lives, SIGINT and SIGTERM ask to stop; a process has one at a time.
public final class SignalWatch: Sendable {
  private static let numbers = [SIGINT, SIGTERM]

  fileprivate init() {
    // The handler must not be the first to touch the flag: that would initialise it.
    caught.store(false, ordering: .relaxed)
    for number in SignalWatch.numbers { signal(number, handle) }
  }

  deinit {
    for number in SignalWatch.numbers { signal(number, SIG_DFL) }
  }
}

/// Whether a signal came since the watch began. A handler is given no context, hence a global.
private let caught = Atomic(false)

/// Does only what a signal handler may do: an atomic exchange, and for the second signal `signal`
/// and `kill`, which end the process when the handler returns.
private func handle(_ number: Int32) {
  guard caught.exchange(true, ordering: .relaxed) else { return }
  signal(number, SIG_DFL)
  kill(getpid(), number)
}
