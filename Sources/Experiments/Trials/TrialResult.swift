import Results

/// A finished trial: its record, with what was measured of it, and its curve.
package struct TrialResult: Sendable {
  /// What tables are made of.
  package let record: TrialRecord
  /// The metrics at every measured epoch.
  package let curve: Curve
  /// Points of the curve that the trial asks for and that were not measured when it was trained.
  package let missing: Int
  /// The name of its folder among the trials.
  package let folder: String
  /// What tells its measurement apart from others of the same training, see
  /// ``TrialContent/measurement``.
  let measurement: String
  /// What it is the mean of, see ``init(meanOf:)``; empty for a trial.
  package let folds: [Fold]

  /// A trial on one of several published splits.
  package struct Fold: Sendable {
    /// The name of the split.
    package let name: String
    package let result: TrialResult
  }

  /// The trials that it is made of.
  package var trials: [TrialResult] { folds.isEmpty ? [self] : folds.map(\.result) }

  /// The result that a folder of this name holds.
  init(
    record: TrialRecord, curve: Curve, missing: Int = 0, folder: String, measurement: String,
    folds: [Fold] = []
  ) {
    (self.record, self.curve, self.missing) = (record, curve, missing)
    (self.folder, self.measurement, self.folds) = (folder, measurement, folds)
  }

  /// The result under another label.
  func labelled(_ system: String) -> TrialResult {
    var record = record
    record.system = system
    return TrialResult(
      record: record,
      curve: Curve(
        curve.points.map {
          Curve.Point(
            system: system, seed: $0.seed, epoch: $0.epoch, metric: $0.metric, value: $0.value)
        }), missing: missing, folder: folder,
      measurement: measurement)
  }

  /// The result as it stood at an epoch of the curve, which measured every metric.
  func at(epoch: Int) -> TrialResult {
    var record = record
    record.epochs = epoch
    // The curve does not tell.
    record.decidedByTies = nil
    record.values = record.values.map { value in
      let point = curve.points.first { $0.epoch == epoch && $0.metric == value.metric }
      return MetricValue(
        value.metric, definition: value.definition, value: point?.value ?? .nan)
    }
    return TrialResult(
      record: record, curve: curve, missing: missing, folder: folder,
      measurement: measurement)
  }
}
