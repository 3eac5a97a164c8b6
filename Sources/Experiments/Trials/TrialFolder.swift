import Basics
import Evaluation
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
  package init(_ name: String, results: String) { self.init(path: "\(results)/.trials/\(name)") }

  private init(path: String) { self.path = path }

  /// The folders of the same training that has fewer epochs, the longest first.
  func shorter(_ trial: Trial) -> [(identity: String, folder: TrialFolder)] {
    let all = Files.folder(of: path)
    let training = trial.content.training.hash + "-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: all)) ?? []
    return names.compactMap { name -> (epochs: Int, name: String)? in
      guard name.hasPrefix(training) else { return nil }
      let epochs = Int(name.dropFirst(training.count).prefix { $0 != "-" }) ?? .max
      return epochs < trial.epochs ? (epochs, name) : nil
    }.sorted { ($1.epochs, $0.name) < ($0.epochs, $1.name) }
      .map { (training + String($0.epochs), TrialFolder(path: "\(all)/\($0.name)")) }
  }

  /// Everything a report needs of a finished trial; its presence says the trial is finished.
  package var record: String { "\(path)/trial.json" }
  /// The metrics at every measured epoch.
  package var curve: String { "\(path)/curve.csv" }
  /// What was measured of the final model, by ``TrialContent/measurement``.
  func measurement(_ name: String) -> String { "\(path)/measured-\(name).json" }
  /// What each user's list was worth in that measurement, see ``UserValues``.
  func users(_ name: String) -> String { "\(path)/users-\(name).h5" }
  /// The newest state to go on from, and at last the trained weights.
  package var checkpoint: CheckpointFile { CheckpointFile("\(path)/checkpoint.h5") }
  /// The models of earlier epochs that were to be kept.
  var keptEpochs: KeptEpochs { KeptEpochs(path: "\(path)/epochs") }
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

  /// The result of an earlier run; nil where none has finished, where what it has measured is of no
  /// use, or where it is to be trained anew.
  ///
  /// Throws `TrialFailure` when an earlier run found that there can be none, and `Problem.data`
  /// when its files are damaged.
  func result(of trial: Trial, again: Set<Again>) throws -> TrialResult? {
    do {
      let found = try stored(trial)
      if found != nil, again.contains(.damaged) {
        _ = try UserValues(reading: users(trial.content.measurement))
      }
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
    let measured = measurement(trial.content.measurement)
    guard var record = try record(of: trial), FileManager.default.fileExists(atPath: measured)
    else { return nil }
    record.measurement = try MeasuredValues(
      reading: measured, of: trial.identity, epochs: record.epochs
    ).inOrder(of: trial.metrics)
    let curve = TrialCurve(try curve(of: record), of: trial, record)
    guard !curve.lacksChoice else { return nil }
    record.system = trial.system
    return TrialResult(
      record: record, curve: curve.curve, missing: curve.missing, folder: trial.folder,
      measurement: trial.content.measurement)
  }

  /// All that was measured along a finished training.
  ///
  /// - Throws: `Problem.data` where it is not what was written.
  private func curve(of record: TrialRecord) throws(Problem) -> Curve {
    let bytes = try Files.read(curve)
    guard SHA256.hex(of: bytes) == record.curveDigest else {
      throw .data("\(curve): the file was changed after it was written")
    }
    return try Curve(parsing: bytes, file: curve)
  }

  /// Whether the curve of a finished training tells what the trial chooses by.
  func hasChoice(of trial: Trial, _ record: TrialRecord) throws(Problem) -> Bool {
    do { return !TrialCurve(try curve(of: record), of: trial, record).lacksChoice } catch {
      throw Self.trainAnew(error)
    }
  }

  /// The record of a trial that has finished; nil where it has not.
  func record(of trial: Trial) throws(Problem) -> TrialRecord? {
    guard FileManager.default.fileExists(atPath: record) else { return nil }
    return try TrialRecord(reading: record, identity: trial.identity)
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

extension MeasuredValues {
  /// The same values in the order of these metrics, all of which were measured, and as they are
  /// described now.
  fileprivate func inOrder(of metrics: [Metric]) -> MeasuredValues {
    var measurement = self
    measurement.values = metrics.map { metric in
      MetricValue(
        metric.name, definition: metric.definition,
        value: values.first { $0.metric == metric.name }?.value ?? .nan)
    }
    return measurement
  }
}
