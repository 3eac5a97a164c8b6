import Engine
import Foundation
import Logging
import Schema
import Synchronization

/// Tells how a run stands: lines that renew themselves on a terminal, plain log lines elsewhere, and
/// a status file for other terminals.
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
  }

  private let whole = Mutex(Whole())
  private let isTerminal: Bool
  private let logger: Logger
  private let statusFile: String?
  private let clock = ContinuousClock()
  /// Between two log lines of one trial.
  private static let pause = Duration.seconds(10)

  init(logger: Logger, statusFile: String? = nil, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    (self.logger, self.statusFile, self.isTerminal) = (logger, statusFile, isTerminal)
    // A run that was killed while it wrote its status leaves a part of it.
    if let statusFile { Files.removeTemporaries(in: Files.folder(of: statusFile)) }
  }

  /// More trials are wanted, so many of them finished by earlier runs; so many may run at once.
  func expect(_ trials: Int, finished: Int, jobs: Int) {
    whole.withLock {
      $0.status.total += trials
      $0.status.done += finished
      $0.status.jobs = jobs
      save($0.status, &$0.saved)
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
        name: trial.name, epochs: trial.training.epochs, began: now, start: epoch, epoch: epoch,
        spoken: now - Self.pause)
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
      let isDue = now - standing.spoken >= Self.pause
      if isDue { standing.spoken = now }
      whole.running[trial.identity] = standing
      whole.status.running = lines(whole.running, now)
      whole.status.secondsLeft = secondsLeft(whole, now)
      if whole.saved.map({ now - $0 >= .seconds(1) }) ?? true {
        save(whole.status, &whole.saved)
      }
      if isTerminal {
        whole.view.draw([whole.status.summary] + whole.status.running, at: now)
        return nil
      }
      return isDue ? "[\(whole.status.done)/\(whole.status.total)] \(describe(standing, now))" : nil
    }
    if let line { logger.info("\(line)") }
  }

  private func finish(_ trial: Trial, _ text: String) {
    let count = whole.withLock { whole in
      whole.status.done += 1
      whole.running[trial.identity] = nil
      whole.status.running = lines(whole.running, clock.now)
      save(whole.status, &whole.saved)
      return "[\(whole.status.done)/\(whole.status.total)]"
    }
    say("\(count) \(trial.name): done, \(text)")
  }

  /// A line that stays.
  func say(_ text: String) {
    whole.withLock { whole in
      whole.view.erase()
      logger.info("\(text)")
    }
  }

  /// The run is over: nothing stays on the terminal, and no status is left behind.
  func end() {
    whole.withLock { $0.view.erase() }
    if let statusFile { unlink(statusFile) }
  }

  private func lines(_ running: [String: Standing], _ now: ContinuousClock.Instant) -> [String] {
    running.values.sorted { $0.name < $1.name }.map { describe($0, now) }
  }

  private func describe(_ standing: Standing, _ now: ContinuousClock.Instant) -> String {
    let left = RunStatus.time(secondsLeft(standing, now))
    return
      "\(standing.name): epoch \(standing.epoch)/\(standing.epochs), \(standing.text), \(left) left"
  }

  private func secondsLeft(_ standing: Standing, _ now: ContinuousClock.Instant) -> Double {
    let done = Double(max(1, standing.epoch - standing.start))
    return (now - standing.began).seconds / done * Double(standing.epochs - standing.epoch)
  }

  /// The running trials' own time, and for those that wait as long as those that run need in all.
  private func secondsLeft(_ whole: Whole, _ now: ContinuousClock.Instant) -> Double? {
    let left = whole.running.values.map { secondsLeft($0, now) }
    let lengths = whole.running.values.map { standing in
      let done = Double(max(1, standing.epoch - standing.start))
      return (now - standing.began).seconds / done * Double(standing.epochs)
    }
    guard !left.isEmpty else { return nil }
    let status = whole.status
    let waiting = max(0, status.total - status.done - status.failed - left.count)
    let mean = lengths.reduce(0, +) / Double(lengths.count)
    let work = left.reduce(0, +) + Double(waiting) * mean
    return max(left.max() ?? 0, work / Double(max(1, status.jobs)))
  }

  private func save(_ status: RunStatus, _ saved: inout ContinuousClock.Instant?) {
    guard let statusFile else { return }
    saved = clock.now
    // A status that cannot be written is no reason to stop.
    try? status.write(to: statusFile)
  }
}
