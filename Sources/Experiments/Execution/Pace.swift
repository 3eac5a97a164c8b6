import Foundation
import Synchronization

/// How fast a trial goes, and so how long it may take to stop: it saves itself after its epoch.
final class Pace: Sendable {
  private struct State {
    var last = ContinuousClock.now
    var longest = Duration.zero
  }

  private let state = Mutex(State())

  /// No trial is asked to be faster than this.
  private static let least = Duration.seconds(60)

  init() {}

  /// The trial was heard of: an epoch more, or a new beginning.
  func heard() {
    state.withLock { state in
      let now = ContinuousClock.now
      state.longest = max(state.longest, state.last.duration(to: now))
      state.last = now
    }
  }

  /// How long to wait from now until a trial that was asked to stop is taken to hang: three times
  /// what it took between two words so far, and a minute at least.
  var grace: Duration {
    state.withLock { state in
      max(Self.least, max(state.longest, state.last.duration(to: .now)) * 3)
    }
  }
}
