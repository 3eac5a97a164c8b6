import Basics
import Foundation

/// The one line that a worker reads: its trial, and where everything is.
struct WorkerJob: Codable, Sendable {
  /// What the trial is, as text of JSON; see ``TrialContent``.
  var content: String
  /// The label of the system in the spec.
  var system: String
  /// The name of its folder among the trials.
  var folder: String
  /// The spec, which checkpoints keep.
  var spec: String
  var results: String
  /// The folder of data sets that the command line names, if it names one.
  var data: String?
  /// What is trained anew although an earlier run left something of it.
  var again: [Again] = []
  /// Bytes of memory that the command line says are free, if it does.
  var memory: Double?
}

/// A line that a worker writes on its standard output.
enum WorkerMessage: Codable, Sendable {
  /// Something happened to the trial.
  case event(TrialEvent)
  /// The last line: how the work ended. A worker that writes none has crashed.
  case end(WorkerEnd)
}

/// How a worker's work ended.
enum WorkerEnd: Codable, Sendable, Equatable {
  /// The record is in the trial's folder.
  case finished
  /// Asked to stop; all is saved.
  case interrupted
  /// The trial can have no result; see ``TrialFailure``.
  case hopeless
  /// Work cannot go on.
  case problem(kind: Problem.Kind, message: String)
}

/// Messages as lines of JSON, the same on both sides.
enum WorkerLine {
  /// One line, without its end.
  static func text(_ message: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(message), as: UTF8.self)
  }

  /// What a line says; nil when it is not such a message.
  static func message<M: Decodable>(_ type: M.Type, _ line: String) -> M? {
    try? JSONDecoder().decode(type, from: Data(line.utf8))
  }
}
