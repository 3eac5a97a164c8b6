import Basics
import Evaluation
import Foundation
import Recommenders
import Results

/// Where a trial stands, between its epochs.
struct TrialStanding {
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

/// How a trial goes on where an earlier run was stopped, and leaves its state behind for a later one.
extension TrialRun {
  /// The state of the trial's newest checkpoint, or of its predecessor's, put into the model.
  func resume(_ model: any Model) throws -> TrialStanding {
    if let own = try resume(model, folder, trial.identity) { return own }
    if let predecessor = trial.predecessor {
      let earlier = TrialFolder(beside: folder, predecessor.folder)
      if let standing = try resume(model, earlier, predecessor.identity) { return standing }
    }
    return TrialStanding()
  }

  private func resume(
    _ model: any Model, _ folder: TrialFolder, _ identity: String
  ) throws -> TrialStanding? {
    let loaded: CheckpointFile.Loaded?
    do { loaded = try folder.checkpoint.newest(of: identity) } catch let problem as Problem {
      throw TrialFolder.trainAnew(problem)
    }
    guard let loaded else { return nil }
    if let notice = loaded.notice { observe(.said(notice)) }
    let state = loaded.checkpoint.state
    var standing = TrialStanding()
    do {
      try model.restore(state)
      standing.epoch = Int(clamping: try state.counter(named: TrialStanding.epochName))
    } catch {
      throw TrialFolder.trainAnew(.data("\(folder.checkpoint.path): \(error)"))
    }
    for (name, words) in state.counters.sorted(by: { $0.key < $1.key })
    where name.hasPrefix(TrialStanding.lossPrefix) && words.count == 1 {
      let loss = String(name.dropFirst(TrialStanding.lossPrefix.count))
      standing.losses.append(Loss(loss, Double(bitPattern: words[0])))
    }
    standing.curve = try readCurve(folder, upTo: standing.epoch)
    standing.cost = TrialCost(earlier: folder.cost)
    return standing
  }

  /// Writes curve, checkpoint and costs, in this order.
  func save(_ model: any Model, _ state: TrialStanding) throws {
    try state.curve.write(to: folder.curve)
    var header = Checkpoint.Header()
    header.trial = trial.identity
    header.spec = specText
    header.settings = trial.content.canonicalText
    header.dataDigest = dataset.digest
    header.gitRevision = facts.gitRevision
    header.recommender = trial.recommender.name
    header.algorithmVersion = trial.recommender.algorithmVersion
    var whole = model.state
    whole.counters[TrialStanding.epochName] = [UInt64(state.epoch)]
    for loss in state.losses {
      whole.counters[TrialStanding.lossPrefix + loss.name] = [loss.value.bitPattern]
    }
    try folder.checkpoint.save(Checkpoint(header: header, state: whole))
    try state.cost.write(to: folder.cost)
  }

  /// The curve in the folder up to `epoch`: what a killed run measured later is measured again.
  func readCurve(_ folder: TrialFolder, upTo epoch: Int) throws -> Curve {
    do {
      return try trial.curve(reading: folder.curve, upTo: epoch)
    } catch {
      throw TrialFolder.trainAnew(error)
    }
  }
}
