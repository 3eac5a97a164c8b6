import Basics
import Foundation
import Results

/// The files of one trial, `<results>/.trials/<identity>/`.
package struct TrialFolder: Sendable {
  package let path: String

  /// The folder of a trial below the results folder.
  package init(_ trial: Trial, results: String) {
    self.init(trial.folder, results: results)
  }

  /// The folder of this name below the results folder.
  package init(_ name: String, results: String) { path = "\(results)/.trials/\(name)" }

  /// The folder of this name among the same results.
  init(beside other: TrialFolder, _ name: String) {
    path = "\(Files.folder(of: other.path))/\(name)"
  }

  /// Everything a report needs of a finished trial; its presence says the trial is finished.
  package var record: String { "\(path)/trial.json" }
  /// The metrics at every measured epoch.
  package var curve: String { "\(path)/curve.csv" }
  /// What each user's list was worth in the final evaluation, see ``UserValues``.
  package var users: String { "\(path)/users.h5" }
  /// The newest state to go on from, and at last the trained weights.
  package var checkpoint: CheckpointFile { CheckpointFile("\(path)/checkpoint.h5") }
  /// Held by the process that works on the trial.
  package var lock: String { "\(path)/lock" }
  /// What the trial is: the text whose hash is its identity.
  var content: String { "\(path)/content.json" }
  /// What the trial took so far.
  var cost: String { "\(path)/cost.json" }
  /// What a worker wrote on its standard error, if anything.
  var log: String { "\(path)/log" }
  /// Why the trial can have no result; its presence says that training it again is of no use.
  var failure: String { "\(path)/failure.json" }

  /// The result of an earlier run; nil where none has finished, or where it is to be trained anew.
  ///
  /// Throws `TrialFailure` when an earlier run found that there can be none, and `Problem.data` when
  /// its files are damaged.
  func result(of trial: Trial, again: Set<Again>) throws -> TrialResult? {
    do {
      let found = try stored(trial)
      if found != nil, again.contains(.damaged) { _ = try UserValues(reading: users) }
      return found
    } catch is TrialFailure where again.contains(.failed) {
      return nil
    } catch let problem as Problem {
      guard !again.contains(.damaged) else { return nil }
      throw Self.trainAnew(problem)
    }
  }

  private func stored(_ trial: Trial) throws -> TrialResult? {
    if FileManager.default.fileExists(atPath: failure) {
      throw try TrialFailure(reading: failure, identity: trial.identity)
    }
    guard FileManager.default.fileExists(atPath: record) else { return nil }
    let record = try TrialRecord(reading: record, identity: trial.identity)
    return TrialResult(
      record: record.labelled(trial), curve: try trial.curve(reading: curve, upTo: record.epochs),
      folder: trial.folder)
  }

  /// The problem with a file of the trial that only training anew can replace.
  static func trainAnew(_ problem: Problem) -> Problem {
    Problem(problem.kind, "\(problem.message); `--again damaged` trains this trial anew")
  }

  /// The kernels of all processes that worked on the trial, as far as that is known; see
  /// `Provenance.processor`.
  var kernels: [String] {
    var found = TrialCost(earlier: cost).kernels
    if let record = try? TrialRecord(reading: record), !found.contains(record.provenance.processor)
    {
      found.append(record.provenance.processor)
    }
    return found
  }

  /// Removes all files but the lock, which its caller holds.
  func clear() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where name != "lock" && name != "lock.held" {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }
}
