import Foundation
import Testing

@testable import Experiments

/// Sends this process a signal as a terminal does, and waits up to ten seconds for its effect. It
/// reaches the main thread: those that run tasks block signals.
private func send(_ number: Int32, until isDone: () -> Bool) -> Bool {
  kill(getpid(), number)
  for _ in 0..<1000 where !isDone() { usleep(10_000) }
  return isDone()
}

@Suite struct InterruptionTests {
  @Test func aRequestFromWithinIsSeen() {
    let interruption = Interruption()
    #expect(!interruption.isRequested)
    interruption.request()
    #expect(interruption.isRequested)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func theFirstSignalAsks(_ number: Int32) async {
    await #expect(processExitsWith: .success) { [number] in
      let interruption = Interruption()
      let bystander = Interruption()
      let watch = interruption.watchSignals()
      guard !interruption.isRequested else { exit(1) }
      guard send(number, until: { interruption.isRequested }) else { exit(2) }
      guard !bystander.isRequested else { exit(3) }
      withExtendedLifetime(watch) {}
      exit(0)
    }
  }

  @Test func theSecondSignalKills() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      let interruption = Interruption()
      let watch = interruption.watchSignals()
      guard send(SIGINT, until: { interruption.isRequested }) else { exit(1) }
      _ = send(SIGTERM, until: { false })
      withExtendedLifetime(watch) {}
      exit(0)
    }
  }

  @Test func withoutAWatchASignalKills() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      let interruption = Interruption()
      withExtendedLifetime(interruption.watchSignals()) {}
      _ = send(SIGINT, until: { false })
      exit(0)
    }
  }
}
