import Basics
import Evaluation
import Foundation
import Recommenders
import Results

/// What is measured of a trial's model, and how it is told.
extension TrialRun {
  /// Measures some of the trial's metrics. Throws `TrialFailure` naming trial and epoch when a
  /// score is NaN.
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
    guard let stopping = trial.content.training.stopping else { return false }
    let values = curve.points.filter { $0.metric == stopping.metric.name }.map(\.value)
    let better = stopping.metric.better
    guard let best = values.indices.max(by: { better.prefers(values[$1], to: values[$0]) })
    else { return false }
    return values.count - 1 - best >= stopping.patience
  }

  /// The record of the trial as it stands at its end.
  ///
  /// Throws `Problem` where its curve cannot be read back.
  func makeRecord(
    _ state: TrialStanding, _ measured: any MeasuredModel
  ) throws(Problem) -> TrialRecord {
    let model = measured.model
    var record = TrialRecord()
    record.curveDigest = SHA256.hex(of: try Files.read(folder.curve))
    record.identity = trial.identity
    record.system = trial.system
    record.recommender = trial.recommender.name
    record.seed = trial.seed
    record.settings = trial.content.training.settings
    record.dataDigest = parts.dataset.digest
    record.splitDigest = parts.digest
    record.epochs = state.epoch
    record.measurement = measurement(measured, state.latest, epochs: state.epoch)
    record.losses = state.losses.map { NamedValue($0.name, $0.value) }
    record.observations = model.observations.map { NamedValue($0.name, $0.value) }
    record.durations = state.cost.durations
    record.parameters = model.parameterCount
    record.peakMemory = state.cost.peakMemory
    record.scoringMemory = state.cost.scoringMemory
    record.provenance = facts.provenance
    return record
  }

  /// What a report says of the trial's metrics.
  func measurement(
    _ measured: any MeasuredModel, _ report: EvaluationReport?, epochs: Int
  ) -> MeasuredValues {
    var measurement = MeasuredValues()
    measurement.remarks = measured.remarks
    (measurement.trial, measurement.epochs) = (trial.identity, epochs)
    measurement.values = trial.metrics.map { metric in
      MetricValue(metric.name, definition: metric.definition, value: report?[metric] ?? .nan)
    }
    if let report, !report.users.isEmpty {
      measurement.decidedByTies = Double(report.decidedByTies) / Double(report.users.count)
    }
    measurement.reliability = trial.metrics.compactMap { metric in
      report?.reliability[metric].map { ReliabilityRecord($0, of: metric) }
    }
    return measurement
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
