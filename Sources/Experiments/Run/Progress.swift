import Evaluation
import Foundation
import Logging
import Recommenders
import Synchronization

/// Tells how a run stands: one line that renews itself on a terminal, plain log lines elsewhere.
final class Progress: Sendable {
  private struct Standing {
    var began: ContinuousClock.Instant
    var start: Int
    var epoch: Int
    var line = ""
    var spoken: ContinuousClock.Instant
  }

  private struct Whole {
    var total = 0
    var done = 0
    var running: [String: Standing] = [:]
  }

  private let whole = Mutex(Whole())
  private let isTerminal: Bool
  private let logger: Logger
  private let clock = ContinuousClock()
  /// Seconds between two log lines of one trial.
  private static let pause = Duration.seconds(10)

  init(logger: Logger, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    (self.logger, self.isTerminal) = (logger, isTerminal)
  }

  func expect(_ trials: Int) { whole.withLock { $0.total += trials } }

  func reused(_ trial: Trial) { whole.withLock { $0.done += 1 } }

  func begin(_ trial: Trial, at epoch: Int) {
    let now = clock.now
    whole.withLock {
      $0.running[trial.identity] = Standing(
        began: now, start: epoch, epoch: epoch, spoken: now - Self.pause)
    }
    if epoch > 0 { say("\(trial.name): goes on at epoch \(epoch)") }
  }

  func advance(_ trial: Trial, to epoch: Int, _ losses: [Loss], _ report: EvaluationReport?) {
    let now = clock.now
    let line: String? = whole.withLock { whole in
      guard var standing = whole.running[trial.identity] else { return nil }
      let spent = (now - standing.began).seconds
      let done = max(1, epoch - standing.start)
      let left = spent / Double(done) * Double(trial.training.epochs - epoch)
      standing.epoch = epoch
      var parts = ["\(trial.name): epoch \(epoch)/\(trial.training.epochs)"]
      parts += losses.map { "\($0.name) \(Self.short($0.value))" }
      if let report, let metric = trial.metrics.first {
        parts.append("\(metric.name) \(Self.short(report[metric]))")
      }
      parts.append("\(Self.time(left)) left")
      standing.line = parts.joined(separator: ", ")
      let due = now - standing.spoken >= (isTerminal ? .milliseconds(200) : Self.pause)
      if due { standing.spoken = now }
      whole.running[trial.identity] = standing
      guard due else { return nil }
      let count = "[\(whole.done)/\(whole.total)]"
      if !isTerminal { return "\(count) \(standing.line)" }
      return "\(count) " + whole.running.values.map(\.line).sorted().joined(separator: " · ")
    }
    guard let line else { return }
    if isTerminal { write("\r\u{1B}[K" + line.prefix(Self.width)) } else { logger.info("\(line)") }
  }

  func finish(_ trial: Trial, _ report: EvaluationReport?) {
    let count = whole.withLock { whole in
      whole.done += 1
      whole.running[trial.identity] = nil
      return "[\(whole.done)/\(whole.total)]"
    }
    let values = trial.metrics.prefix(4).map { "\($0.name) \(Self.short(report?[$0] ?? .nan))" }
    say("\(count) \(trial.name): done, \(values.joined(separator: ", "))")
  }

  /// A line that stays.
  func say(_ text: String) {
    if isTerminal { write("\r\u{1B}[K") }
    logger.info("\(text)")
  }

  private func write(_ text: some StringProtocol) {
    FileHandle.standardError.write(Data(String(text).utf8))
  }

  private static var width: Int {
    var size = winsize()
    let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) - 1 : 79
  }

  private static func short(_ value: Double) -> String { String(format: "%.4f", value) }

  private static func time(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "?" }
    let whole = Int(seconds.rounded())
    if whole < 100 { return "\(whole) s" }
    return whole < 6000 ? "\((whole + 30) / 60) min" : String(format: "%.1f h", seconds / 3600)
  }
}
