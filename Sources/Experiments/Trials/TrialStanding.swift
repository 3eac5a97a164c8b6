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

/// How a trial goes on where an earlier run was stopped, and leaves its state behind for a later one.
extension TrialRun {
  /// The state of the trial's newest checkpoint, or of the end of a shorter training, put into the model.
  ///
  /// The shorter one was trained by the same kernels and looked at where something is chosen by it: going
  /// on from it ends with the same bits as training at once.
  func resume(_ model: any Model) throws -> TrialStanding {
    if let own = try resume(model, folder, trial.identity) { return own }
    let kernels = [facts.provenance.processor]
    for (identity, earlier) in folder.shorter(trial) where earlier.kernels == kernels {
      guard let standing = try? resume(model, earlier, identity), tellsChoice(standing) else {
        continue
      }
      observe(.said("goes on from a training of \(standing.epoch) epochs"))
      return standing
    }
    return TrialStanding()
  }

  /// Whether nothing can be chosen by what was measured so far.
  func lacksChoice(_ standing: TrialStanding) -> Bool {
    let known = Set(standing.curve.points.map { "\($0.epoch) \($0.metric)" })
    let looks = standing.epoch == 0 ? [] : trial.measuredEpochs(upTo: standing.epoch)
    return TrialCurve.lacks(trial.content.chosenBy, at: looks) {
      known.contains("\($0) \($1.name)")
    }
  }

  /// Whether what the trial chooses by was measured at every look so far.
  private func tellsChoice(_ standing: TrialStanding) -> Bool {
    let looks = stride(from: 0, through: standing.epoch, by: trial.content.evaluateEvery)
    return trial.content.chosenBy.allSatisfy { metric in
      let known = Set(standing.curve.points.filter { $0.metric == metric.name }.map(\.epoch))
      return looks.allSatisfy(known.contains)
    }
  }

  func resume(
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
    standing.curve = try readCurve(folder, standing.epoch, points: state)
    standing.cost = TrialCost(earlier: folder.cost)
    return standing
  }

  /// Writes curve, checkpoint and costs, in this order.
  func save(_ model: any Model, _ state: TrialStanding) throws {
    try state.curve.write(to: folder.curve)
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
    let whole = try State(joining: model.state, progress)
    try folder.checkpoint.save(Checkpoint(header: header, state: whole))
    try state.cost.write(to: folder.cost)
  }

  /// The curve in the folder up to `epoch`, as many points as the state says: what a killed run measured
  /// later is measured again.
  private func readCurve(_ folder: TrialFolder, _ epoch: Int, points state: State) throws -> Curve {
    do {
      var curve = try Curve(reading: folder.curve)
      curve.removePoints(after: epoch)
      let points = try? state.counter(named: TrialStanding.pointsName)
      guard points == UInt64(curve.points.count) else {
        throw Problem.data(
          "\(folder.curve): \(curve.points.count) points up to epoch \(epoch), expected"
            + " \(points.map(String.init) ?? "their number in the checkpoint")")
      }
      return curve
    } catch let problem as Problem {
      throw TrialFolder.trainAnew(problem)
    }
  }
}
