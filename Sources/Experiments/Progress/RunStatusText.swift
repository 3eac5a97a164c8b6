import Foundation

extension RunStatus {
  /// How long a run may be silent before it is taken to have ended, seconds. It writes every few.
  private static let silence = 60.0

  /// For another terminal: the run in a line, then one a running trial, with when each was last
  /// heard of.
  ///
  /// - Parameter now: seconds since 1970.
  package func lines(now: Double) -> [String] {
    let quiet = now - written
    let place = "process \(process) on \(host)"
    guard quiet <= Self.silence else {
      let counts = "\(done) of \(total) trials done" + (failed > 0 ? ", \(failed) failed" : "")
      return [
        "\(place), last heard of \(Self.time(quiet)) ago: \(counts), \(running.count) running then;"
          + " it has ended, hangs, or cannot write its status"
      ] + running.map { "\($0.name): \($0.text)" }
    }
    return ["\(place): \(summary)"]
      + running.map { trial in
        let heard = "heard of \(Self.time(max(0, now - trial.heard))) ago"
        return trial.line + "; \(heard)"
      }
  }

  /// One line: trials done, running and failed, and the time left.
  package var summary: String {
    var parts = ["\(done) of \(total) trials done, \(running.count) running"]
    if failed > 0 { parts.append("\(failed) failed") }
    if let secondsLeft { parts.append("\(Self.time(secondsLeft)) left") }
    return parts.joined(separator: ", ")
  }

  /// For this terminal: a bar, then how many trials are done, failed and left, the time since the
  /// run began, how fast it goes and how long it will take.
  ///
  /// - Parameter now: seconds since 1970.
  func bar(now: Double) -> String {
    let width = 24
    let ended = total == 0 ? 0 : min(total, done + failed) * width / total
    let bar = String(repeating: "█", count: ended) + String(repeating: "░", count: width - ended)
    let elapsed = max(0, now - began)
    var parts = ["\(done)/\(total) done"]
    if failed > 0 { parts.append("\(failed) failed") }
    parts.append("\(max(0, total - done - failed)) left")
    parts.append(Self.time(elapsed))
    if doneNow > 0, elapsed > 0 { parts.append(Self.rate(Double(doneNow) / elapsed)) }
    if let secondsLeft { parts.append("\(Self.time(secondsLeft)) to go") }
    return "\(bar) \(parts.joined(separator: ", "))"
  }

  /// Trials a second, in the unit that gives a number above one.
  private static func rate(_ perSecond: Double) -> String {
    for (unit, seconds) in [("s", 1.0), ("min", 60)] where perSecond * seconds >= 1 {
      return String(format: "%.1f/\(unit)", perSecond * seconds)
    }
    return String(format: "%.1f/h", perSecond * 3600)
  }

  static func time(_ seconds: Double) -> String {
    // A file may say any number.
    guard seconds.isFinite, seconds < 1e12 else { return "?" }
    let whole = Int(seconds.rounded())
    if whole < 100 { return "\(whole) s" }
    return whole < 6000 ? "\((whole + 30) / 60) min" : String(format: "%.1f h", seconds / 3600)
  }
}

extension RunStatus.Running {
  /// The trial, how far it is, and the time left.
  var line: String {
    let left = secondsLeft.map { ", \(RunStatus.time($0)) left" } ?? ""
    return "\(name): \(text)\(left)"
  }
}
