import Basics
import Engine
import Recommenders
import Results

/// Where a training stands that a folder keeps: all but the model, which takes its state when it is
/// known that it goes on from there.
struct KeptStanding {
  let standing: TrialStanding
  /// Why an earlier checkpoint was taken; nil where the newest one was.
  let notice: String?
  private let state: State
  private let path: String

  /// Puts the state into a model.
  ///
  /// - Throws: `Problem.data` where it does not fit.
  func standing(in model: any Model) throws -> TrialStanding {
    do { try model.restore(state) } catch {
      throw TrialFolder.trainAnew(.data("\(path): \(error)"))
    }
    return standing
  }

  fileprivate init(_ loaded: CheckpointFile.Loaded, in folder: TrialFolder) throws {
    (state, notice, path) = (loaded.checkpoint.state, loaded.notice, folder.checkpoint.path)
    var standing = TrialStanding()
    do {
      standing.epoch = Int(clamping: try state.counter(named: TrialStanding.epochName))
    } catch {
      throw Problem.data("\(path): \(error)")
    }
    for (name, words) in state.counters.sorted(by: { $0.key < $1.key })
    where name.hasPrefix(TrialStanding.lossPrefix) && words.count == 1 {
      let loss = String(name.dropFirst(TrialStanding.lossPrefix.count))
      standing.losses.append(Loss(loss, Double(bitPattern: words[0])))
    }
    standing.curve = try folder.curve(upTo: standing.epoch, pointsOf: state)
    standing.cost = TrialCost(earlier: folder.cost)
    self.standing = standing
  }

  /// Whether what a trial chooses by was measured at every look so far.
  fileprivate func tellsChoice(of trial: Trial) -> Bool {
    let looks = stride(from: 0, through: standing.epoch, by: trial.content.evaluateEvery)
    return trial.content.chosenBy.allSatisfy { metric in
      let known = Set(standing.curve.points.filter { $0.metric == metric.name }.map(\.epoch))
      return looks.allSatisfy(known.contains)
    }
  }
}

extension TrialFolder {
  /// Where the training of this identity stands; nil where nothing is kept of it.
  ///
  /// - Throws: `Problem.data` where its files cannot be used.
  func keptStanding(of identity: String) throws -> KeptStanding? {
    do {
      return try checkpoint.newest(of: identity).map { try KeptStanding($0, in: self) }
    } catch let problem as Problem {
      throw Self.trainAnew(problem)
    }
  }

  /// The longest of the shorter trainings that a trial can go on from: of the same kernels, and
  /// looked at wherever something is chosen by it.
  func shorterEnd(for trial: Trial, kernels: String) -> KeptStanding? {
    for (identity, earlier) in shorter(trial) where earlier.kernels == [kernels] {
      if let kept = try? earlier.keptStanding(of: identity), kept.tellsChoice(of: trial) {
        return kept
      }
    }
    return nil
  }

  /// The curve up to `epoch`, as many points as the state says: what a killed run measured later is
  /// measured again.
  fileprivate func curve(upTo epoch: Int, pointsOf state: State) throws -> Curve {
    var known = try Curve(reading: curve)
    known.removePoints(after: epoch)
    let points = try? state.counter(named: TrialStanding.pointsName)
    guard points == UInt64(known.points.count) else {
      throw Problem.data(
        "\(curve): \(known.points.count) points up to epoch \(epoch), expected"
          + " \(points.map(String.init) ?? "their number in the checkpoint")")
    }
    return known
  }
}
