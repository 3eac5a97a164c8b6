import Datasets
import Evaluation
import Foundation
import Recommenders
import Results
import Schema

/// The work of one trial: learn, measure, save, and go on where an earlier run was stopped.
///
/// After every `checkpointEvery` epochs the curve is written, then the checkpoint; at the end the
/// values per user, and last the record. A run that is killed at any moment goes on from the newest
/// checkpoint with the points of the curve up to it, and ends with the same bytes as an undisturbed
/// one.
struct TrialRun {
  let trial: Trial
  let folder: TrialFolder
  let dataset: Dataset
  let split: Split
  let specText: String
  let facts: MachineFacts
  let observe: TrialObserver
  let interruption: Interruption

  /// The trial's result, measured now or found finished.
  ///
  /// Throws `Problem.data` on a damaged record or unusable checkpoints, `Problem.run` when files
  /// cannot be written, `TrialFailure` when losses or scores are not numbers, and `Interrupted` once
  /// all is saved.
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
    // Whoever held the lock may have finished the trial meanwhile.
    if let finished = try finished() {
      observe(.reused)
      return finished
    }
    do {
      return try measure()
    } catch let failure as TrialFailure {
      try failure.write(to: folder.failure)
      throw failure
    }
  }

  /// The result of an earlier run; nil where none has finished.
  ///
  /// Throws `TrialFailure` when an earlier run found that there can be none.
  func finished() throws -> TrialResult? {
    if FileManager.default.fileExists(atPath: folder.failure) {
      throw try TrialFailure(reading: folder.failure, identity: trial.identity)
    }
    guard FileManager.default.fileExists(atPath: folder.record) else { return nil }
    let record = try TrialRecord(reading: folder.record, identity: trial.identity)
    return TrialResult(
      record: record.labelled(trial), curve: try readCurve(folder, upTo: record.epochs))
  }

  /// The curve in the folder up to `epoch`: what a killed run measured later is measured again.
  private func readCurve(_ folder: TrialFolder, upTo epoch: Int) throws -> Curve {
    do {
      return try trial.curve(reading: folder.curve, upTo: epoch)
    } catch {
      throw trainAnew(error, folder)
    }
  }

  /// The problem with a file of the trial that only training anew can replace.
  private func trainAnew(_ problem: Problem, _ folder: TrialFolder) -> Problem {
    Problem(
      problem.kind, "\(problem.message); to train this trial anew, delete \(folder.path)")
  }

  private func measure() throws -> TrialResult {
    let clock = ContinuousClock()
    let learnsFrom = trial.interactions(of: split)
    let evaluator = try Evaluator(
      metrics: trial.metrics, masked: learnsFrom, heldOut: trial.heldOut(of: split),
      catalogue: Catalogue(seen: learnsFrom, features: dataset.itemFeatures),
      userIDs: dataset.userIDs)
    var began = clock.now
    let recommender = try trial.recommender.make(
      trial.settings, TrainingData(learnsFrom, of: dataset), UInt64(trial.seed))
    var state = try resume(recommender)

    func look(at epoch: Int) throws {
      let start = clock.now
      state.cost.training += (start - began).seconds
      let report = try evaluate(evaluator, recommender, at: epoch, &state.cost)
      for metric in trial.metrics {
        state.curve.append(
          Curve.Point(
            system: trial.system, seed: trial.seed, epoch: epoch, metric: metric.name,
            value: report[metric]))
      }
      state.latest = report
      began = clock.now
      state.cost.evaluation += (began - start).seconds
    }
    func saveAll() throws {
      let now = clock.now
      state.cost.training += (now - began).seconds
      state.cost.peakMemory = max(state.cost.peakMemory, MachineFacts.peakMemory)
      began = now
      try save(recommender, state)
    }

    observe(.began(epoch: state.epoch))
    if state.epoch == 0, state.curve.points.isEmpty { try look(at: 0) }
    while state.epoch < trial.training.epochs, !hasStopped(state.curve) {
      if interruption.isRequested {
        try saveAll()
        throw Interrupted()
      }
      state.losses = recommender.trainEpoch()
      state.epoch += 1
      if let loss = state.losses.first(where: { !$0.value.isFinite }) {
        throw TrialFailure(
          trial,
          "\(trial.name), epoch \(state.epoch): the \(loss.name) loss is no longer a finite number;"
            + " a smaller learning rate may help")
      }
      let isLast = state.epoch == trial.training.epochs
      if isLast || state.epoch % trial.training.evaluateEvery == 0 { try look(at: state.epoch) }
      observe(.advanced(epoch: state.epoch, text: text(state.losses, state.latest)))
      if !isLast, state.epoch % trial.training.checkpointEvery == 0 { try saveAll() }
    }
    // A run killed between the last checkpoint and the record has trained all and measured nothing.
    if state.latest == nil {
      state.latest = try evaluate(evaluator, recommender, at: state.epoch, &state.cost)
    }
    state.cost.inferenceAlone = inferenceAlone(recommender)
    try saveAll()
    let record = makeRecord(state, recommender)
    if let report = state.latest {
      try UserValues(report, of: trial.identity, at: state.epoch, ids: dataset.userIDs)
        .write(to: folder.users)
    }
    try record.write(to: folder.record)
    observe(.finished(text: text([], state.latest, metrics: 4)))
    return TrialResult(record: record, curve: state.curve)
  }

  /// Where a trial stands.
  private struct Standing {
    var epoch = 0
    var curve = Curve()
    var losses: [Loss] = []
    /// The newest measurement.
    var latest: EvaluationReport?
    /// What it took, earlier runs included.
    var cost = TrialCost()

    /// The names of the counters that hold the epoch and, as bits of doubles, its losses.
    static let epochName = "progress/epoch"
    static let lossPrefix = "progress/losses/"
  }

  /// The state of the trial's newest checkpoint, or of its predecessor's, put into the recommender.
  private func resume(_ recommender: any Recommender) throws -> Standing {
    if let own = try resume(recommender, folder, trial.identity) { return own }
    if let identity = trial.predecessor {
      let earlier = TrialFolder(beside: folder, identity)
      if let standing = try resume(recommender, earlier, identity) { return standing }
    }
    return Standing()
  }

  private func resume(
    _ recommender: any Recommender, _ folder: TrialFolder, _ identity: String
  ) throws -> Standing? {
    let loaded: CheckpointFile.Loaded?
    do { loaded = try folder.checkpoint.newest(of: identity) } catch let problem as Problem {
      throw trainAnew(problem, folder)
    }
    guard let loaded else { return nil }
    if let notice = loaded.notice { observe(.said(notice)) }
    let state = loaded.checkpoint.state
    var standing = Standing()
    do {
      try recommender.restore(state)
      standing.epoch = Int(clamping: try state.counter(named: Standing.epochName))
    } catch {
      throw trainAnew(.data("\(folder.checkpoint.path): \(error)"), folder)
    }
    for (name, words) in state.counters.sorted(by: { $0.key < $1.key })
    where name.hasPrefix(Standing.lossPrefix) && words.count == 1 {
      let loss = String(name.dropFirst(Standing.lossPrefix.count))
      standing.losses.append(Loss(loss, Double(bitPattern: words[0])))
    }
    standing.curve = try readCurve(folder, upTo: standing.epoch)
    standing.cost = TrialCost(earlier: folder.cost)
    return standing
  }

  /// Measures the recommender. Throws `TrialFailure` naming trial and epoch when a score is NaN.
  private func evaluate(
    _ evaluator: Evaluator, _ recommender: any Recommender, at epoch: Int, _ cost: inout TrialCost
  ) throws -> EvaluationReport {
    let clock = ContinuousClock()
    var (scoring, users) = (Duration.zero, 0)
    do {
      let report = try evaluator.evaluate {
        let start = clock.now
        recommender.scores(of: $0, into: $1)
        scoring += clock.now - start
        users += $0.count
      }
      cost.inferencePerUser = scoring.seconds / Double(max(1, users))
      return report
    } catch let problem as Problem {
      throw TrialFailure(trial, "\(trial.name), epoch \(epoch): \(problem.message)")
    }
  }

  /// Seconds of scoring all items for one user alone, the mean of a hundred users.
  private func inferenceAlone(_ recommender: any Recommender) -> Double {
    var scores = [Float](repeating: 0, count: dataset.items)
    let users = 0..<min(100, dataset.users)
    let time = ContinuousClock().measure {
      for user in users {
        scores.withUnsafeMutableBufferPointer { recommender.scores(of: user..<user + 1, into: $0) }
      }
    }
    return time.seconds / Double(max(1, users.count))
  }

  /// For progress: losses and the first metrics.
  private func text(_ losses: [Loss], _ report: EvaluationReport?, metrics: Int = 1) -> String {
    var parts = losses.map { "\($0.name) \(Self.short($0.value))" }
    if let report {
      parts += trial.metrics.prefix(metrics).map { "\($0.name) \(Self.short(report[$0]))" }
    }
    return parts.joined(separator: ", ")
  }

  private static func short(_ value: Double) -> String { String(format: "%.4f", value) }

  /// Whether the validation metric has not improved for `patience` measurements.
  private func hasStopped(_ curve: Curve) -> Bool {
    guard trial.purpose == .choosing, let stopping = trial.training.earlyStopping else {
      return false
    }
    let values = curve.points.filter { $0.metric == stopping.metric.name }.map(\.value)
    guard let best = values.indices.max(by: { values[$0] < values[$1] }) else { return false }
    return values.count - 1 - best >= stopping.patience
  }

  private func save(_ recommender: any Recommender, _ state: Standing) throws {
    try state.curve.write(to: folder.curve)
    var header = Checkpoint.Header()
    header.trial = trial.identity
    header.spec = specText
    header.settings = trial.content.canonicalText
    header.dataDigest = dataset.digest
    header.gitRevision = facts.gitRevision
    header.recommender = trial.recommender.name
    header.algorithmVersion = trial.recommender.algorithmVersion
    var whole = recommender.state
    whole.counters[Standing.epochName] = [UInt64(state.epoch)]
    for loss in state.losses {
      whole.counters[Standing.lossPrefix + loss.name] = [loss.value.bitPattern]
    }
    try folder.checkpoint.save(Checkpoint(header: header, state: whole))
    try state.cost.write(to: folder.cost)
  }

  private func makeRecord(_ state: Standing, _ recommender: any Recommender) -> TrialRecord {
    var record = TrialRecord()
    record.identity = trial.identity
    record.system = trial.system
    record.recommender = trial.recommender.name
    record.seed = trial.seed
    record.settings = trial.settings
    record.dataDigest = dataset.digest
    record.splitDigest = split.digest
    record.epochs = state.epoch
    record.values = trial.metrics.map { metric in
      MetricValue(
        metric.name, definition: metric.definition, value: state.latest?[metric] ?? .nan)
    }
    record.losses = state.losses.map { NamedValue($0.name, $0.value) }
    record.observations = recommender.observations.map { NamedValue($0.name, $0.value) }
    record.durations = state.cost.durations
    record.parameters = recommender.parameterCount
    record.peakMemory = state.cost.peakMemory
    record.provenance = facts.provenance
    return record
  }
}

/// The user or the system asked to stop; everything is saved.
public struct Interrupted: Error {
  /// Everything is saved.
  public init() {}
}

extension Trial {
  /// For messages.
  var name: String { "\(system), seed \(seed)" }
}

extension TrialRecord {
  /// The record under the label that this spec gives the system.
  func labelled(_ trial: Trial) -> TrialRecord {
    var record = self
    record.system = trial.system
    return record
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
