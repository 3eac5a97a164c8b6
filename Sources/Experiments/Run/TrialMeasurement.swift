import Evaluation
import Foundation
import Recommenders
import Results
import Schema

/// What is measured of a trial's recommender, and how it is told.
extension TrialRun {
  /// Measures the recommender. Throws `TrialFailure` naming trial and epoch when a score is NaN.
  func evaluate(
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
  func inferenceAlone(_ recommender: any Recommender) -> Double {
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
  func text(_ losses: [Loss], _ report: EvaluationReport?, metrics: Int = 1) -> String {
    var parts = losses.map { "\($0.name) \(Self.short($0.value))" }
    if let report {
      parts += trial.metrics.prefix(metrics).map { "\($0.name) \(Self.short(report[$0]))" }
    }
    return parts.joined(separator: ", ")
  }

  private static func short(_ value: Double) -> String { String(format: "%.4f", value) }

  /// Whether the validation metric has not improved for `patience` measurements.
  func hasStopped(_ curve: Curve) -> Bool {
    guard trial.purpose == .choosing, let stopping = trial.training.earlyStopping else {
      return false
    }
    let values = curve.points.filter { $0.metric == stopping.metric.name }.map(\.value)
    guard let best = values.indices.max(by: { values[$0] < values[$1] }) else { return false }
    return values.count - 1 - best >= stopping.patience
  }

  /// The record of the trial as it stands at its end.
  func makeRecord(_ state: TrialStanding, _ recommender: any Recommender) -> TrialRecord {
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
