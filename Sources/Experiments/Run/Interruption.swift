import Foundation
import Synchronization

/// Whether the run was asked to stop: by Ctrl-C or a termination signal, or from within.
///
/// The first signal asks, and running trials save themselves after their epoch; the second one ends
/// the process at once.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Asks all trials to save and stop.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Whether someone asked.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Makes SIGINT and SIGTERM requests. Keep the result as long as they should be.
  public func watchSignals() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if self.isRequested { _exit(128 + number) }
        self.request()
      }
      source.resume()
      return source
    }
  }
}
