import Basics
import Datasets
import Evaluation
import Foundation
import Recommenders
import Results

/// The work of one trial: learn, measure, save, and go on where an earlier run was stopped.
///
/// After every `checkpointEvery` epochs the curve is written, then the checkpoint; at the end what
/// was measured, and last the record. A run that is killed at any moment goes on from the newest
/// checkpoint with the points of the curve up to it, and ends with the same bytes as an undisturbed
/// one. A longer training goes on from the end of a shorter one, and what has finished is measured
/// by other metrics without being trained again.
struct TrialRun {
  let trial: Trial
  let folder: TrialFolder
  let parts: any TrialParts
  let specText: String
  let facts: MachineFacts
  /// What is trained anew although an earlier run left something of it.
  var again: Set<Again> = []
  let observe: TrialObserver
  let interruption: Interruption
  /// Bytes that the command line says are free; nil: those that are.
  var memory: Double?

  /// The trial's result, measured now or found finished.
  ///
  /// Throws `Problem.data` on a damaged record or unusable checkpoints, `Problem.run` when files
  /// cannot be written, `TrialFailure` when losses or scores are not numbers, and `Interrupted`
  /// once all is saved.
  func result() throws -> TrialResult {
    if let finished = try finished() {
      observe(.reused)
      return finished
    }
    try Files.makeFolder(folder.path)
    let lock = try RunLock(folder.lock) {
      observe(.said($0))
    } poll: {
      if interruption.isRequested { throw Interrupted() }
    }
    defer { lock.release() }
    Files.removeTemporaries(in: folder.path)
    Files.removeTemporaries(in: folder.keptEpochs.path)
    // Whoever held the lock may have finished the trial meanwhile.
    if let finished = try finished() {
      observe(.reused)
      return finished
    }
    if !again.isEmpty { discardUnusable() }
    do {
      if let record = try finishedTraining() { return try measure(record) }
      return try train()
    } catch let failure as TrialFailure {
      try failure.write(to: folder.failure)
      throw failure
    }
  }

  /// What is stored of the trial, see ``TrialFolder/result(of:again:)``.
  func finished() throws -> TrialResult? { try folder.result(of: trial, again: again) }

  /// Takes away what an earlier run left where it cannot be used; called by the holder of the lock.
  private func discardUnusable() {
    // What is there and is not finished by now is to be trained anew, or was stopped halfway.
    let left = [folder.record, folder.failure].filter(FileManager.default.fileExists)
    if !left.isEmpty { folder.clear() }
  }

  /// Remembers whose kernels work on the trial, and says so where they are others than before.
  private func noteKernels(_ state: inout TrialStanding) {
    let own = facts.provenance.processor
    guard !state.cost.kernels.contains(own) else { return }
    if let before = state.cost.kernels.first {
      observe(.said("was begun by other kernels (\(before)) and goes on by \(own)"))
    }
    state.cost.kernels.append(own)
  }

  /// The record of a training that has finished and need only be measured; nil where there is none,
  /// or where points of the curve are missing that something is chosen by: then it is trained anew.
  private func finishedTraining() throws -> TrialRecord? {
    let record: TrialRecord?
    do { record = try folder.record(of: trial) } catch { throw TrialFolder.trainAnew(error) }
    guard let record else { return nil }
    guard try folder.hasChoice(of: trial, record) else {
      let metrics = trial.content.chosenBy.map(\.name).joined(separator: ", ")
      observe(
        .said("its curve does not tell \(metrics), by which something is chosen; trained anew"))
      folder.clear()
      return nil
    }
    return record
  }

  /// Measures the final model of a finished training.
  private func measure(_ finished: TrialRecord) throws -> TrialResult {
    observe(.began(epoch: finished.epochs))
    observe(.said("was trained before and is measured anew"))
    try requireMemory()
    let measured = try parts.bench(trial)()
    guard let standing = try resume(measured.model, folder, trial.identity),
      standing.epoch == finished.epochs
    else {
      throw TrialFolder.trainAnew(
        .data("\(folder.checkpoint.path): is not of epoch \(finished.epochs), the last one"))
    }
    var (record, cost) = (finished, TrialCost())
    let report = try evaluate(measured, trial.metrics, at: record.epochs, &cost)
    record.measurement = measurement(measured, report, epochs: record.epochs)
    try write(report, record.measurement)
    observe(.finished(text: text([], report, metrics: 4)))
    return try result(record)
  }

  private func requireMemory() throws(Problem) {
    try TrialEstimate(trial, parts.sizes(for: trial.purpose))
      .require(for: trial.name, memory: memory)
  }

  private func train() throws -> TrialResult {
    let clock = ContinuousClock()
    try requireMemory()
    let bench = try parts.bench(trial)
    var began = clock.now
    var measured = try bench()
    var state: TrialStanding
    do {
      state = try resume(measured.model)
    } catch let problem as Problem where again.contains(.damaged) && problem.kind == .data {
      observe(.said("\(problem.message); trained anew"))
      folder.clear()
      measured = try bench()
      state = TrialStanding()
    }
    if lacksChoice(state) {
      observe(.said("was begun without measuring what something is chosen by; trained anew"))
      folder.clear()
      measured = try bench()
      state = TrialStanding()
    }
    let model = measured.model
    noteKernels(&state)
    if !FileManager.default.fileExists(atPath: folder.content) {
      try Files.writeAtomically(trial.content.encoded().canonicalText, to: folder.content)
    }

    @discardableResult
    func evaluation(of metrics: [Metric]) throws -> EvaluationReport {
      let start = clock.now
      state.cost.training += (start - began).seconds
      let report = try evaluate(measured, metrics, at: state.epoch, &state.cost)
      state.latest = report
      began = clock.now
      state.cost.evaluation += (began - start).seconds
      return report
    }
    func look() throws {
      let metrics = trial.metrics(at: state.epoch)
      let report = try evaluation(of: metrics)
      for metric in metrics {
        state.curve.append(
          Curve.Point(
            system: trial.system, seed: trial.seed, epoch: state.epoch, metric: metric.name,
            value: report[metric]))
      }
    }
    func saveAll() throws {
      let now = clock.now
      state.cost.training += (now - began).seconds
      state.cost.peakMemory = max(state.cost.peakMemory, MachineFacts.peakMemory)
      began = now
      try save(model, state)
    }

    observe(.began(epoch: state.epoch))
    if state.epoch == 0, state.curve.points.isEmpty { try look() }
    while state.epoch < trial.epochs, !hasStopped(state.curve) {
      if interruption.isRequested {
        try saveAll()
        throw Interrupted()
      }
      state.losses = (model as? any EpochLearner)?.trainEpoch() ?? []
      state.epoch += 1
      if let loss = state.losses.first(where: { !$0.value.isFinite }) {
        throw TrialFailure(
          trial,
          "\(trial.name), epoch \(state.epoch): the \(loss.name) loss is no longer a finite number;"
            + " a smaller learning rate may help")
      }
      let isLast = state.epoch == trial.epochs
      if isLast || state.epoch % trial.content.evaluateEvery == 0 { try look() }
      if let every = trial.content.keepEvery, !isLast, state.epoch % every == 0 {
        try keep(model, state)
      }
      observe(.advanced(epoch: state.epoch, text: text(state.losses, state.latest)))
      if !isLast, state.epoch % trial.content.checkpointEvery == 0 { try saveAll() }
    }
    // A run killed between the last checkpoint and the record has trained all and measured nothing,
    // and one that stopped early has measured its curve alone.
    if state.latest?.metrics != trial.metrics { try evaluation(of: trial.metrics) }
    measured.measureAlone(&state.cost)
    try saveAll()
    // A checkpoint is made in memory: what that took counts, too.
    state.cost.peakMemory = max(state.cost.peakMemory, MachineFacts.peakMemory)
    let record = try makeRecord(state, measured)
    if let report = state.latest { try write(report, record.measurement) }
    try record.write(to: folder.record)
    observe(.finished(text: text([], state.latest, metrics: 4)))
    return try result(record)
  }

  /// Keeps what was measured.
  private func write(_ report: EvaluationReport, _ measurement: MeasuredValues) throws {
    let name = trial.content.measurement
    try UserValues(report, of: trial.identity, at: measurement.epochs, ids: parts.dataset.userIDs)
      .write(to: folder.users(name))
    try measurement.write(to: folder.measurement(name))
  }

  /// The result as it is found again.
  private func result(_ record: TrialRecord) throws -> TrialResult {
    guard let result = try finished() else {
      throw Problem.data("\(folder.record): \(trial.name) is not found as it was written")
    }
    return result
  }
}

/// The user or the system asked to stop; everything is saved.
package struct Interrupted: Error {
  /// Everything is saved.
  package init() {}
}
