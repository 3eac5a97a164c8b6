import Foundation
import Results
import Basics

/// How a run stands, as its own terminal shows it and `reprise status` reads it from another, perhaps on
/// another machine.
public struct RunStatus: SealedFile, Equatable {
  /// Marks the file.
  public static let kind = "status"
  /// Raise it when a key changes its meaning.
  public static let format = 2

  /// A trial that is worked on.
  public struct Running: Settings, Equatable {
    /// The trial.
    public var name = ""
    /// Epoch, losses and metric.
    public var text = ""
    /// Seconds until it is done, as far as can be told.
    public var secondsLeft: Double?
    /// When it was last heard of, seconds since 1970.
    public var heard = 0.0

    /// Nothing known.
    public init() {}

    /// The keys of the JSON object.
    public static var fields: [Field<Self>] {
      [
        .text("name", \.name, "the trial").required(),
        .text("text", \.text, "how far it is").required(),
        .number("secondsLeft", \.secondsLeft, 0 ... .infinity, "until it is done"),
        .number("heard", \.heard, 0 ... .infinity, "when it was last heard of").required(),
      ]
    }
  }

  /// The machine that it runs on.
  public var host = MachineFacts.hostName
  /// The process that runs.
  public var process = Int(getpid())
  /// When the run began, seconds since 1970.
  public var began = Date.now.timeIntervalSince1970
  /// When this was written, seconds since 1970; a run that is alive writes every few seconds.
  public var written = Date.now.timeIntervalSince1970
  /// Trials wanted so far; more when a choice is made and its final trials are known.
  public var total = 0
  /// Finished ones, those of earlier runs included.
  public var done = 0
  /// Finished ones of this run, for its rate.
  public var doneNow = 0
  /// Those that can have no result or could not be worked on.
  public var failed = 0
  /// Trials at once.
  public var jobs = 1
  /// The running trials.
  public var running: [Running] = []
  /// Seconds until all is done, as far as can be told.
  public var secondsLeft: Double?

  /// Nothing is wanted yet.
  public init() {}

  /// The keys of the JSON object.
  public static var fields: [Field<Self>] {
    [
      .text("host", \.host, "the machine").required(),
      .integer("process", \.process, 1...Int(Int32.max), "who runs there").required(),
      .number("began", \.began, 0 ... .infinity, "when the run began").required(),
      .number("written", \.written, 0 ... .infinity, "when this was written").required(),
      .integer("total", \.total, 0...(.max), "trials wanted").required(),
      .integer("done", \.done, 0...(.max), "trials finished").required(),
      .integer("doneNow", \.doneNow, 0...(.max), "trials that this run finished").required(),
      .integer("failed", \.failed, 0...(.max), "trials failed").required(),
      .integer("jobs", \.jobs, 1...(.max), "trials at once").required(),
      .objects("running", \.running, "the running trials").required(),
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
}
