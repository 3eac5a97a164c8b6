import Basics
import Engine
import Foundation
import Logging
import Synchronization

/// Tells how a run stands: lines that renew themselves on a terminal, plain log lines elsewhere,
/// and a status file for other terminals.
final class Progress: Sendable {
  private struct Whole {
    var status = RunStatus()
    var running: [String: Standing] = [:]
    var view = LiveView()
    var saved: ContinuousClock.Instant?
    var hasBegun = false
  }

  private struct Standing {
    let name: String
    let epochs: Int
    let began: ContinuousClock.Instant
    let start: Int
    var epoch: Int
    var text = ""
    var spoken: ContinuousClock.Instant
    var heard = Date.now.timeIntervalSince1970
  }

  private let whole = Mutex(Whole())
  private let isTerminal: Bool
  private let logger: Logger
  private let statusFile: String?
  private let clock = ContinuousClock()
  /// Between two log lines of one trial.
  private static let pause = Duration.seconds(10)
  /// Between two writings of the status.
  private static let statusPause = Duration.seconds(2)

  init(
    logger: Logger, statusFile: String? = nil, isTerminal: Bool = StandardStream.error.isTerminal
  ) {
    (self.logger, self.statusFile, self.isTerminal) = (logger, statusFile, isTerminal)
    // A run that was killed while it wrote its status leaves a part of it.
    if let statusFile { Files.removeTemporaries(in: Files.folder(of: statusFile)) }
  }

  /// Renews what is shown once a second, until cancelled: a run whose epochs take minutes is alive,
  /// too.
  func beat() async {
    while (try? await Task.sleep(for: .seconds(1))) != nil { whole.withLock { show(&$0) } }
  }

  /// More trials are wanted, of which earlier runs finished so many and found so many hopeless; so
  /// many may run at once.
  func expect(_ trials: Int, finished: Int, hopeless: Int, jobs: Int) {
    whole.withLock {
      $0.status.total += trials
      $0.status.done += finished
      $0.status.failed += hopeless
      $0.status.jobs = jobs
      save(&$0)
    }
  }

  /// A trial can have no result, or could not be worked on.
  func failed(_ trial: Trial, _ message: String) {
    whole.withLock {
      $0.status.failed += 1
      $0.running[trial.identity] = nil
    }
    say("failed: \(message)")
  }

  /// A trial was left where it stands.
  func stopped(_ trial: Trial) { whole.withLock { $0.running[trial.identity] = nil } }

  /// What a trial's observer is told.
  func tell(_ trial: Trial, _ event: TrialEvent) {
    switch event {
    case .reused: whole.withLock { $0.status.done += 1 }
    case .began(let epoch): begin(trial, at: epoch)
    case .advanced(let epoch, let text): advance(trial, to: epoch, text)
    case .finished(let text): finish(trial, text)
    case .said(let text): say("\(trial.name): \(text)")
    }
  }

  private func begin(_ trial: Trial, at epoch: Int) {
    let now = clock.now
    let isFirst = whole.withLock {
      $0.running[trial.identity] = Standing(
        name: trial.name, epochs: trial.epochs, began: now, start: epoch, epoch: epoch,
        spoken: now - Self.pause)
      show(&$0)
      let isFirst = !$0.hasBegun
      $0.hasBegun = true
      return isFirst
    }
    if isFirst { say("kernels: \(KernelsInUse.current.text)") }
    if epoch > 0 { say("\(trial.name): goes on at epoch \(epoch)") }
  }

  private func advance(_ trial: Trial, to epoch: Int, _ text: String) {
    let now = clock.now
    let line = whole.withLock { whole -> String? in
      guard var standing = whole.running[trial.identity] else { return nil }
      (standing.epoch, standing.text) = (epoch, text)
      standing.heard = Date.now.timeIntervalSince1970
      let isDue = now - standing.spoken >= Self.pause
      if isDue { standing.spoken = now }
      whole.running[trial.identity] = standing
      show(&whole)
      guard isDue, !isTerminal else { return nil }
      return "[\(whole.status.done)/\(whole.status.total)] \(entry(standing, now).line)"
    }
    if let line { logger.info("\(line)") }
  }

  private func finish(_ trial: Trial, _ text: String) {
    let count = whole.withLock { whole in
      whole.status.done += 1
      whole.status.doneNow += 1
      whole.running[trial.identity] = nil
      whole.saved = nil
      show(&whole)
      return "[\(whole.status.done)/\(whole.status.total)]"
    }
    say("\(count) \(trial.name): done, \(text)")
  }

  /// A line that stays.
  func say(_ text: String) {
    whole.withLock { whole in
      StandardStream.error.write(whole.view.erase())
      logger.info("\(text)")
    }
  }

  /// The run is over: nothing stays on the terminal, and no status is left behind.
  func end() {
    whole.withLock { StandardStream.error.write($0.view.erase()) }
    if let statusFile { unlink(statusFile) }
  }

  /// Brings the status up to date, and shows and saves it where it is due.
  private func show(_ whole: inout Whole) {
    let now = clock.now
    whole.status.running = whole.running.values.sorted { $0.name < $1.name }.map { entry($0, now) }
    whole.status.secondsLeft = secondsLeft(whole, now)
    if whole.saved.map({ now - $0 >= Self.statusPause }) ?? true { save(&whole) }
    guard isTerminal else { return }
    let lines =
      [whole.status.bar(now: Date.now.timeIntervalSince1970)]
      + whole.status.running.map(\.line)
    StandardStream.error.write(whole.view.draw(lines, at: now))
  }

  private func entry(_ standing: Standing, _ now: ContinuousClock.Instant) -> RunStatus.Running {
    var running = RunStatus.Running()
    running.name = standing.name
    running.heard = standing.heard
    guard standing.epochs > 0 else {
      running.text = "being fitted"
      return running
    }
    let text = standing.text.isEmpty ? "" : ", \(standing.text)"
    running.text = "epoch \(standing.epoch)/\(standing.epochs)\(text)"
    if standing.epoch > standing.start { running.secondsLeft = secondsLeft(standing, now) }
    return running
  }

  private func secondsLeft(_ standing: Standing, _ now: ContinuousClock.Instant) -> Double {
    let done = Double(max(1, standing.epoch - standing.start))
    return (now - standing.began).seconds / done * Double(standing.epochs - standing.epoch)
  }

  /// The running trials' own time, and for those that wait as long as those that run need in all.
  private func secondsLeft(_ whole: Whole, _ now: ContinuousClock.Instant) -> Double? {
    let known = whole.running.values.filter { $0.epoch > $0.start }
    guard !known.isEmpty else { return nil }
    let left = known.map { secondsLeft($0, now) }
    let lengths = known.map { standing in
      let done = Double(max(1, standing.epoch - standing.start))
      return (now - standing.began).seconds / done * Double(standing.epochs)
    }
    let status = whole.status
    let waiting = max(0, status.total - status.done - status.failed - known.count)
    let mean = lengths.reduce(0, +) / Double(lengths.count)
    let work = left.reduce(0, +) + Double(waiting) * mean
    return max(left.max() ?? 0, work / Double(max(1, status.jobs)))
  }

  private func save(_ whole: inout Whole) {
    guard let statusFile else { return }
    whole.saved = clock.now
    whole.status.written = Date.now.timeIntervalSince1970
    // A status that cannot be written is no reason to stop.
    try? whole.status.write(to: statusFile)
  }
}
