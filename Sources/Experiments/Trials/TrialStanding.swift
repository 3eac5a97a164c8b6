import Basics
import Engine
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
  /// The name of the counter that holds how many points the curve has.
  static let pointsName = "progress/points"
}

/// How a trial goes on where an earlier run was stopped, and leaves its state behind for a later
/// one.
extension TrialRun {
  /// The state of the trial's newest checkpoint, or of the end of a shorter training, put into the
  /// model.
  ///
  /// The shorter one was trained by the same kernels and looked at where something is chosen by it:
  /// going on from it ends with the same bits as training at once.
  func resume(_ model: any Model) throws -> TrialStanding {
    if let own = try resume(model, folder, trial.identity) { return own }
    guard let end = folder.shorterEnd(for: trial, kernels: facts.provenance.processor) else {
      return TrialStanding()
    }
    observe(.said("goes on from a training of \(end.standing.epoch) epochs"))
    return try end.standing(in: model)
  }

  /// Whether nothing can be chosen by what was measured so far.
  func lacksChoice(_ standing: TrialStanding) -> Bool {
    let known = Set(standing.curve.points.map { "\($0.epoch) \($0.metric)" })
    let looks = standing.epoch == 0 ? [] : trial.measuredEpochs(upTo: standing.epoch)
    return TrialCurve.lacks(trial.content.chosenBy, at: looks) {
      known.contains("\($0) \($1.name)")
    }
  }

  /// The state of the newest checkpoint in a folder, put into the model; nil where there is none.
  func resume(
    _ model: any Model, _ folder: TrialFolder, _ identity: String
  ) throws -> TrialStanding? {
    guard let kept = try folder.keptStanding(of: identity) else { return nil }
    if let notice = kept.notice { observe(.said(notice)) }
    return try kept.standing(in: model)
  }

  /// Writes curve, checkpoint and costs, in this order.
  func save(_ model: any Model, _ state: TrialStanding) throws {
    try state.curve.write(to: folder.curve)
    try folder.checkpoint.save(checkpoint(of: model, state))
    try state.cost.write(to: folder.cost)
  }

  /// Keeps the model as it is after an epoch.
  func keep(_ model: any Model, _ state: TrialStanding) throws {
    try folder.keptEpochs.keep(checkpoint(of: model, state), at: state.epoch)
  }

  /// Model and progress, and what they belong to.
  private func checkpoint(of model: any Model, _ state: TrialStanding) throws -> Checkpoint {
    var header = Checkpoint.Header()
    header.trial = trial.identity
    header.spec = specText
    header.settings = trial.content.encoded().canonicalText
    header.dataDigest = parts.dataset.digest
    header.gitRevision = facts.gitRevision
    header.recommender = trial.recommender.name
    header.algorithmVersion = trial.recommender.algorithmVersion
    var progress = State(counters: [
      TrialStanding.epochName: [UInt64(state.epoch)],
      TrialStanding.pointsName: [UInt64(state.curve.points.count)],
    ])
    for loss in state.losses {
      progress.counters[TrialStanding.lossPrefix + loss.name] = [loss.value.bitPattern]
    }
    return Checkpoint(header: header, state: try State(joining: model.state, progress))
  }
}
