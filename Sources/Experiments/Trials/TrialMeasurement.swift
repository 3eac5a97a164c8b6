import Basics
import Evaluation
import Foundation
import Recommenders
import Results

/// What is measured of a trial's model, and how it is told.
extension TrialRun {
  /// Measures some of the trial's metrics. Throws `TrialFailure` naming trial and epoch when a score is NaN.
  func evaluate(
    _ measured: any MeasuredModel, _ metrics: [Metric], at epoch: Int, _ cost: inout TrialCost
  ) throws -> EvaluationReport {
    do {
      return try measured.evaluate(metrics, &cost)
    } catch let problem as Problem {
      throw TrialFailure(trial, "\(trial.name), epoch \(epoch): \(problem.message)")
    }
  }

  /// For progress: losses and the first metrics.
  func text(_ losses: [Loss], _ report: EvaluationReport?, metrics: Int = 1) -> String {
    var parts = losses.map { "\($0.name) \(Self.short($0.value))" }
    if let report {
      parts += report.metrics.prefix(metrics).map { "\($0.name) \(Self.short(report[$0]))" }
    }
    return parts.joined(separator: ", ")
  }

  private static func short(_ value: Double) -> String {
    value.isNaN ? "not defined" : String(format: "%.4f", value)
  }

  /// Whether the validation metric has not improved for `patience` measurements.
  func hasStopped(_ curve: Curve) -> Bool {
    guard trial.purpose == .choosing, let stopping = trial.training.earlyStopping else {
      return false
    }
    let values = curve.points.filter { $0.metric == stopping.metric.name }.map(\.value)
    let better = stopping.metric.better
    guard let best = values.indices.max(by: { better.prefers(values[$1], to: values[$0]) })
    else { return false }
    return values.count - 1 - best >= stopping.patience
  }

  /// The record of the trial as it stands at its end.
  func makeRecord(_ state: TrialStanding, _ model: any Model) -> TrialRecord {
    var record = TrialRecord()
    record.identity = trial.identity
    record.system = trial.system
    record.recommender = trial.recommender.name
    record.seed = trial.seed
    record.settings = trial.settings
    record.dataDigest = dataset.digest
    record.splitDigest = parts.digest
    record.epochs = state.epoch
    record.values = trial.metrics.map { metric in
      MetricValue(
        metric.name, definition: metric.definition, value: state.latest?[metric] ?? .nan)
    }
    record.losses = state.losses.map { NamedValue($0.name, $0.value) }
    record.observations = model.observations.map { NamedValue($0.name, $0.value) }
    if let report = state.latest, !report.users.isEmpty {
      record.decidedByTies = Double(report.decidedByTies) / Double(report.users.count)
    }
    record.reliability = trial.metrics.compactMap { metric in
      state.latest?.reliability[metric].map { ReliabilityRecord($0, of: metric) }
    }
    record.durations = state.cost.durations
    record.parameters = model.parameterCount
    record.peakMemory = state.cost.peakMemory
    record.provenance = facts.provenance
    return record
  }
}

extension ReliabilityRecord {
  /// The bins of a metric.
  fileprivate init(_ reliability: Reliability, of metric: Metric) {
    self.init()
    self.metric = metric.name
    records = reliability.bins.map(\.records)
    clicks = reliability.bins.map(\.clicks)
    probabilities = reliability.bins.map(\.probability)
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
