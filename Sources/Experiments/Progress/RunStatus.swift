import Basics
import Foundation
import Results

/// How a run stands, as its own terminal shows it and `reprise status` reads it from another,
/// perhaps on another machine.
package struct RunStatus: SealedFile, Equatable {
  /// Marks the file.
  package static let kind = "status"
  /// Raise it when a key changes its meaning.
  package static let format = 2

  /// A trial that is worked on.
  package struct Running: Settings, Equatable {
    package var name = ""
    /// Epoch, losses and metric.
    package var text = ""
    /// Seconds until it is done, as far as can be told.
    package var secondsLeft: Double?
    /// When it was last heard of, seconds since 1970.
    package var heard = 0.0

    package init() {}

    /// The keys of the JSON object.
    package static var fields: [Field<Self>] {
      [
        .text("name", \.name, "the trial").required(),
        .text("text", \.text, "how far it is").required(),
        .number("secondsLeft", \.secondsLeft, 0 ... .infinity, "until it is done"),
        .number("heard", \.heard, 0 ... .infinity, "when it was last heard of").required(),
      ]
    }
  }

  /// The machine that it runs on.
  package var host = MachineFacts.hostName
  /// The process that runs.
  package var process = Int(getpid())
  /// When the run began, seconds since 1970.
  package var began = Date.now.timeIntervalSince1970
  /// When this was written, seconds since 1970; a run that is alive writes every few seconds.
  package var written = Date.now.timeIntervalSince1970
  /// Trials wanted so far; more when a choice is made and its final trials are known.
  package var total = 0
  /// Finished ones, those of earlier runs included.
  package var done = 0
  /// Finished ones of this run, for its rate.
  package var doneNow = 0
  /// Those that can have no result or could not be worked on.
  package var failed = 0
  /// Trials at once.
  package var jobs = 1
  /// The running trials.
  package var running: [Running] = []
  /// Seconds until all is done, as far as can be told.
  package var secondsLeft: Double?

  package init() {}

  /// The keys of the JSON object.
  package static var fields: [Field<Self>] {
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

  /// What the file's name ends in.
  static let suffix = ".json"

  /// The file of an experiment's run, `<paper>/<experiment>`, in a results folder.
  package static func path(_ experiment: String, results: String) -> String {
    "\(results)/.trials/status/\(experiment)\(suffix)"
  }

  /// Whether the run is known to be over: a killed one cannot remove its status.
  package var isOver: Bool {
    host == MachineFacts.hostName && kill(pid_t(process), 0) != 0 && errno == ESRCH
  }
}
