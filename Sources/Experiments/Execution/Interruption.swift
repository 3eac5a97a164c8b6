import Foundation
import Synchronization

/// Whether the run was asked to stop: by Ctrl-C, a closed terminal, a termination signal or the
/// warning of a batch system (SIGUSR1), or from within.
///
/// The first signal only asks: running trials save themselves after their epoch. The second one
/// ends the process at once, as if it had never been caught. A terminal that closes may tell a
/// process twice; that counts once.
package final class Interruption: Sendable {
  private let flag = Atomic(false)
  private let heedsSignals = Atomic(false)

  /// Nobody has asked yet, and signals do what they always do.
  package init() {}

  /// Asks all trials to save and stop.
  package func request() { flag.store(true, ordering: .relaxed) }

  /// Whether someone asked.
  package var isRequested: Bool {
    flag.load(ordering: .relaxed)
      || (heedsSignals.load(ordering: .relaxed) && caught.load(ordering: .relaxed))
  }

  /// Makes the signals requests, until the result goes away. An ignored SIGHUP stays ignored, as
  /// after `nohup`.
  package func watchSignals() -> SignalWatch {
    heedsSignals.store(true, ordering: .relaxed)
    return SignalWatch()
  }
}

/// While it lives, signals ask to stop; a process has one at a time.
package final class SignalWatch: Sendable {
  private let numbers: [Int32]

  fileprivate init() {
    // The handler must not be the first to touch these: that would initialise them.
    caught.store(false, ordering: .relaxed)
    closed.store(0, ordering: .relaxed)
    var hangUp = sigaction()
    sigaction(SIGHUP, nil, &hangUp)
    let isIgnored = isIgnoring(hangUp)
    numbers = [SIGINT, SIGTERM, SIGUSR1] + (isIgnored ? [] : [SIGHUP])
    for number in numbers { signal(number, handle) }
  }

  deinit {
    for number in numbers { signal(number, SIG_DFL) }
  }
}

/// Whether the action is to do nothing. Handlers cannot be compared in Swift, their bits can.
private func isIgnoring(_ action: sigaction) -> Bool {
  withUnsafeBytes(of: action) { bytes in
    withUnsafeBytes(of: SIG_IGN) { bytes.starts(with: $0) }
  }
}

/// Whether a signal came since the watch began. A handler is given no context, hence a global.
private let caught = Atomic(false)

/// When the terminal was closed, nanoseconds of the monotonic clock; 0: it was not.
private let closed = Atomic<Int>(0)
/// How long a closing terminal may repeat itself, nanoseconds.
private let echo = 1_000_000_000

/// Does only what a signal handler may do: atomic operations, a look at the clock, and for the
/// second signal `signal` and `kill`, which end the process when the handler returns.
private func handle(_ number: Int32) {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  let now = time.tv_sec * 1_000_000_000 + time.tv_nsec
  let before = closed.load(ordering: .relaxed)
  let isEcho = before != 0 && now - before < echo
  if number == SIGHUP { closed.store(now, ordering: .relaxed) }
  guard caught.exchange(true, ordering: .relaxed), !isEcho else { return }
  signal(number, SIG_DFL)
  kill(getpid(), number)
}
