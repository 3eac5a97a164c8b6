import Foundation
import Results
import Schema

/// How a run stands, as its own terminal shows it and `reprise status` reads it from another.
public struct RunStatus: SealedFile, Equatable {
  /// Marks the file.
  public static let kind = "status"
  /// Raise it when a key changes its meaning.
  public static let format = 1

  /// The machine that it runs on.
  public var host = MachineFacts.hostName
  /// The process that runs.
  public var process = Int(getpid())
  /// Trials wanted so far; more when a choice is made and its final trials are known.
  public var total = 0
  /// Finished ones, those of earlier runs included.
  public var done = 0
  /// Those that can have no result or could not be worked on.
  public var failed = 0
  /// Trials at once.
  public var jobs = 1
  /// A line for each running trial: epoch, losses, metric, time left.
  public var running: [String] = []
  /// Seconds until all is done, as far as can be told.
  public var secondsLeft: Double?

  /// Nothing is wanted yet.
  public init() {}

  /// The keys of the JSON object.
  public static var fields: [Field<Self>] {
    [
      .text("host", \.host, "the machine").required(),
      .integer("process", \.process, 1...Int(Int32.max), "who runs there").required(),
      .integer("total", \.total, 0...(.max), "trials wanted").required(),
      .integer("done", \.done, 0...(.max), "trials finished").required(),
      .integer("failed", \.failed, 0...(.max), "trials failed").required(),
      .integer("jobs", \.jobs, 1...(.max), "trials at once").required(),
      .texts("running", \.running, "a line a running trial").required(),
      .number("secondsLeft", \.secondsLeft, 0 ... .infinity, "until all is done"),
    ]
  }

  /// The file of an experiment's run, `<paper>/<experiment>`, in a results folder.
  public static func path(_ experiment: String, results: String) -> String {
    "\(results)/.trials/status/\(experiment.replacing("/", with: "-")).json"
  }

  /// Whether the run is known to be over: a killed one cannot remove its status.
  public var isOver: Bool {
    host == MachineFacts.hostName && kill(pid_t(process), 0) != 0 && errno == ESRCH
  }

  /// One line: trials done, running and failed, and the time left.
  public var summary: String {
    var parts = ["\(done) of \(total) trials done, \(running.count) running"]
    if failed > 0 { parts.append("\(failed) failed") }
    if let secondsLeft { parts.append("\(Self.time(secondsLeft)) left") }
    return parts.joined(separator: ", ")
  }

  static func time(_ seconds: Double) -> String {
    // A file may say any number.
    guard seconds.isFinite, seconds < 1e12 else { return "?" }
    let whole = Int(seconds.rounded())
    if whole < 100 { return "\(whole) s" }
    return whole < 6000 ? "\((whole + 30) / 60) min" : String(format: "%.1f h", seconds / 3600)
  }
}
